/* Measure: runs a program and tells how long it took and how much memory it had.
 *
 *     measure COMMAND ARGUMENT…
 *
 * prints "wall seconds TAB processor seconds TAB peak MiB" to standard output; what the
 * program prints goes to standard error. Ends with 1 if the program failed. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now_s(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Returns whether the program ran and ended well. */
static int run(char **command)
{
    int code = 0;
    pid_t child = fork();

    if (child == 0) {
        dup2(STDERR_FILENO, STDOUT_FILENO);
        execvp(command[0], command);
        fprintf(stderr, "%s: %s\n", command[0], strerror(errno));
        _exit(127);
    }
    return child > 0 && waitpid(child, &code, 0) == child && WIFEXITED(code) &&
           WEXITSTATUS(code) == 0;
}

int main(int argc, char **argv)
{
    struct rusage used;

    if (argc < 2) {
        fputs("usage: measure COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    double began_s = now_s();
    int is_well = run(argv + 1);
    double wall_s = now_s() - began_s;

    /* Linux counts ru_maxrss in KiB. */
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%.3f\t%.3f\t%.1f\n", wall_s,
           seconds_of(used.ru_utime) + seconds_of(used.ru_stime),
           (double)used.ru_maxrss / 1024);
    return is_well ? 0 : 1;
}
