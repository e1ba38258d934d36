/* Parallel loops: the only door to OpenMP. */
#include "base/parallel.h"

#include <omp.h>

size_t via_default_workers(void)
{
    int n_workers = omp_get_max_threads();

    return n_workers > 0 ? (size_t)n_workers : 1;
}

/* dynamic,1 costs about 5 ns an item, far below any item of ours, and keeps all
 * workers busy to the end. */
void via_parallel_for(size_t n_items, size_t n_workers, via_item_fn *fn, void *data)
{
    if (n_workers > n_items)
        n_workers = n_items;
    if (n_workers <= 1) {
        for (size_t item = 0; item < n_items; item++)
            fn(data, item, 0);
        return;
    }
#pragma omp parallel for schedule(dynamic, 1) num_threads((int)n_workers)
    for (size_t item = 0; item < n_items; item++)
        fn(data, item, (size_t)omp_get_thread_num());
}
