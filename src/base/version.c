/* The version of the library. */
#include "vialign.h"

const char *via_version(void)
{
    return VIA_VERSION;
}
