/* Fit: the weights under which gold ladders are likeliest.
 *
 * The loss is convex, so any way down finds the same place. We use L-BFGS (Nocedal
 * 1980, "Updating Quasi-Newton Matrices with Limited Storage") with a line search that
 * halves steps until the loss falls enough (Armijo). A normal prior around the weights
 * of the start keeps those where they are of which the lessons say nothing. */
#include "train/fit.h"

#include "base/parallel.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Steps that are remembered. */
#define MEMORY 10
/* A step must bring this share of what the slope promises. */
#define ARMIJO       1e-4
#define HALVINGS_MAX 30
/* Less gain than this share of the loss in a round is the end. */
#define GAIN_MIN 5e-5

typedef double vector[VIA_N_FEATURES];

struct slot {
    via_gradient gradient;
    via_status status;
    via_error err;
};

struct problem {
    const via_lesson **lessons; /* of the kind at hand */
    size_t n_lessons;
    struct slot *slots;
    const via_descent *opt;
    vector start, at;
};

struct memory {
    vector s[MEMORY], y[MEMORY];
    double rho[MEMORY];
    size_t n;
};

static double dot(const double *a, const double *b)
{
    double sum = 0.0;

    for (int f = 0; f < VIA_N_FEATURES; f++)
        sum += a[f] * b[f];
    return sum;
}

static void add_lesson(void *data, size_t item, size_t worker)
{
    struct problem *problem = data;
    struct slot *slot = &problem->slots[item];
    const via_lesson *lesson = problem->lessons[item];
    (void)worker;

    slot->gradient = (via_gradient){0};
    slot->status = via_chart_add(lesson->chart, problem->at, lesson->weight,
                                 &slot->gradient, &slot->err);
}

/* The loss at `w` and its slope. */
static via_status evaluate(struct problem *problem, const double *w, double *loss,
                           double *slope, via_error *err)
{
    double force = 1.0 / (problem->opt->freedom * problem->opt->freedom);

    memcpy(problem->at, w, sizeof problem->at);
    via_parallel_for(problem->n_lessons, problem->opt->n_workers, add_lesson, problem);
    *loss = 0.0;
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        double off = w[f] - problem->start[f];

        *loss += 0.5 * force * off * off;
        slope[f] = force * off;
    }
    for (size_t k = 0; k < problem->n_lessons; k++) {
        const struct slot *slot = &problem->slots[k];

        if (slot->status != VIA_OK)
            return via_fail(err, slot->status, "%s", slot->err.message);
        *loss += slot->gradient.loss_nats;
        for (int f = 0; f < VIA_N_FEATURES; f++)
            slope[f] += slot->gradient.by[f];
    }
    return VIA_OK;
}

/* The direction of the next step: two loops over what is remembered. */
static void find_direction(const struct memory *memory, const double *slope,
                           double *direction)
{
    double alpha[MEMORY];
    size_t n = memory->n < MEMORY ? memory->n : MEMORY;

    for (int f = 0; f < VIA_N_FEATURES; f++)
        direction[f] = -slope[f];
    for (size_t k = 0; k < n; k++) {
        size_t m = (memory->n - 1 - k) % MEMORY;

        alpha[m] = memory->rho[m] * dot(memory->s[m], direction);
        for (int f = 0; f < VIA_N_FEATURES; f++)
            direction[f] -= alpha[m] * memory->y[m][f];
    }
    if (n) {
        size_t m = (memory->n - 1) % MEMORY;
        double scale = 1.0 / (memory->rho[m] * dot(memory->y[m], memory->y[m]));

        for (int f = 0; f < VIA_N_FEATURES; f++)
            direction[f] *= scale;
    } else {
        double size = sqrt(dot(slope, slope));

        for (int f = 0; f < VIA_N_FEATURES && size > 0.0; f++)
            direction[f] *= 0.1 / size;
    }
    for (size_t k = n; k-- > 0;) {
        size_t m = (memory->n - 1 - k) % MEMORY;
        double beta = memory->rho[m] * dot(memory->y[m], direction);

        for (int f = 0; f < VIA_N_FEATURES; f++)
            direction[f] += (alpha[m] - beta) * memory->s[m][f];
    }
}

static void remember(struct memory *memory, const double *w, const double *w_new,
                     const double *slope, const double *slope_new)
{
    size_t m = memory->n % MEMORY;

    for (int f = 0; f < VIA_N_FEATURES; f++) {
        memory->s[m][f] = w_new[f] - w[f];
        memory->y[m][f] = slope_new[f] - slope[f];
    }
    double curvature = dot(memory->s[m], memory->y[m]);
    if (curvature <= 1e-12)
        return;
    memory->rho[m] = 1.0 / curvature;
    memory->n++;
}

/* Walks one step down from `w`; `*has_moved` is false where no step helps. */
static via_status step(struct problem *problem, struct memory *memory, double *w,
                       double *loss, double *slope, bool *has_moved, via_error *err)
{
    vector direction, w_new, slope_new;
    double size = 1.0, loss_new;

    find_direction(memory, slope, direction);
    double promise = dot(direction, slope);
    *has_moved = false;
    for (int halving = 0; halving < HALVINGS_MAX; halving++, size *= 0.5) {
        for (int f = 0; f < VIA_N_FEATURES; f++)
            w_new[f] = w[f] + size * direction[f];
        via_status st = evaluate(problem, w_new, &loss_new, slope_new, err);
        if (st != VIA_OK)
            return st;
        if (loss_new > *loss + ARMIJO * size * promise)
            continue;
        *has_moved = *loss - loss_new > GAIN_MIN * fabs(*loss);
        remember(memory, w, w_new, slope, slope_new);
        memcpy(w, w_new, sizeof w_new);
        memcpy(slope, slope_new, sizeof slope_new);
        *loss = loss_new;
        break;
    }
    return VIA_OK;
}

static via_status walk(struct problem *problem, double *w, via_descent_result *out,
                       via_error *err)
{
    struct memory memory = {.n = 0};
    vector slope;
    bool has_moved = true;
    via_status st = evaluate(problem, w, &out->loss_before, slope, err);

    out->loss_after = out->loss_before;
    while (st == VIA_OK && has_moved && out->n_rounds < problem->opt->n_rounds_max) {
        st = step(problem, &memory, w, &out->loss_after, slope, &has_moved, err);
        out->n_rounds++;
    }
    return st;
}

via_status via_fit(const via_lesson *lessons, size_t n_lessons, enum via_cut cut,
                   const via_descent *opt, via_weights *weights,
                   via_descent_result *out, via_error *err)
{
    struct problem problem = {
        .lessons = calloc(n_lessons + 1, sizeof *problem.lessons),
        .slots = calloc(n_lessons + 1, sizeof *problem.slots),
        .opt = opt,
    };
    via_status st = problem.lessons && problem.slots ? VIA_OK : via_fail_memory(err);

    *out = (via_descent_result){0};
    for (size_t k = 0; st == VIA_OK && k < n_lessons; k++) {
        if (via_chart_cut(lessons[k].chart) == cut)
            problem.lessons[problem.n_lessons++] = &lessons[k];
    }
    memcpy(problem.start, weights->w[cut], sizeof problem.start);
    if (st == VIA_OK && problem.n_lessons)
        st = walk(&problem, weights->w[cut], out, err);
    free(problem.lessons);
    free(problem.slots);
    return st;
}
