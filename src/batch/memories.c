/* Memories: the files of many documents, written in order and compressed by all.
 *
 *     pairs in order -> one stream of bytes a file -> cut each MEMBER_BYTES
 *         -> compressed by the workers -> written in order
 *
 * The stream is cut where it is long enough and nowhere else, so that the members
 * know nothing of chunks and workers. */
#include "batch/memories.h"

#include "base/parallel.h"
#include "base/status.h"
#include "io/writer.h"
#include "tm/render.h"

#include <stdlib.h>
#include <string.h>

/* Members of this size cost .4 % in bytes and keep all workers busy. */
#define MEMBER_BYTES ((size_t)1 << 20)

struct file {
    via_writer *writer;
    via_tm_spec spec;
    size_t part;
    bool is_gzipped;
    via_buffer stream; /* what is not written yet */
};

struct via_memories {
    struct file files[VIA_OUTPUTS_MAX];
    size_t n_files;
};

/* A piece of a stream on its way into a file. */
struct member {
    const struct file *file;
    size_t begin, end; /* of its stream */
    via_buffer packed;
    via_status status;
    via_error err;
};

static via_status open_file(struct file *file, const via_output *output,
                            const via_job *job, const char *stem, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;

    file->spec = via_output_spec(output, job);
    file->part = output->part;
    file->is_gzipped = output->tm.is_gzipped;

    via_status st = via_tm_check(&file->spec, err);
    via_output_path(output, job, stem, &path);
    if (st == VIA_OK && !via_buffer_text(&path))
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = via_writer_open(path.bytes, file->is_gzipped, &file->writer, err);
    via_buffer_clear(&path);
    return st;
}

via_status via_memories_open(const via_outputs *outputs, const via_job *job,
                             const char *dir, via_memories **out, via_error *err)
{
    via_memories *memories = calloc(1, sizeof *memories);
    via_buffer stem = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    *out = NULL;
    via_plan_stem(job, NULL, dir, &stem);
    if (!memories || !via_buffer_text(&stem))
        st = via_fail_memory(err);
    for (size_t i = 0; st == VIA_OK && i < outputs->n_files; i++) {
        struct file *file = &memories->files[memories->n_files++];

        st = open_file(file, &outputs->files[i], job, stem.bytes, err);
        if (st == VIA_OK)
            via_tm_render_head(&file->spec, file->part, &file->stream);
    }
    via_buffer_clear(&stem);
    if (st != VIA_OK) {
        via_memories_abandon(memories);
        return st;
    }
    *out = memories;
    return VIA_OK;
}

void via_memories_abandon(via_memories *memories)
{
    if (!memories)
        return;
    for (size_t i = 0; i < memories->n_files; i++) {
        via_writer_abandon(memories->files[i].writer);
        via_buffer_clear(&memories->files[i].stream);
    }
    free(memories);
}

void via_memories_add(via_memories *memories, size_t file, const char *bytes,
                      size_t n_bytes)
{
    via_buffer_append(&memories->files[file].stream, bytes, n_bytes);
}

/* ---- Compressing --------------------------------------------------------- */

/* How much of the stream is to be written now. */
static size_t ready_bytes(const struct file *file, bool is_last)
{
    size_t n_bytes = file->stream.n_bytes;

    return is_last || !file->is_gzipped ? n_bytes
                                        : n_bytes / MEMBER_BYTES * MEMBER_BYTES;
}

static size_t count_members(const via_memories *memories, bool is_last)
{
    size_t n_members = 0;

    for (size_t i = 0; i < memories->n_files; i++) {
        if (memories->files[i].is_gzipped)
            n_members +=
                (ready_bytes(&memories->files[i], is_last) + MEMBER_BYTES - 1) /
                MEMBER_BYTES;
    }
    return n_members;
}

static void fill_members(const via_memories *memories, bool is_last,
                         struct member *members)
{
    size_t n = 0;

    for (size_t i = 0; i < memories->n_files; i++) {
        const struct file *file = &memories->files[i];
        size_t n_ready = file->is_gzipped ? ready_bytes(file, is_last) : 0;

        for (size_t begin = 0; begin < n_ready; begin += MEMBER_BYTES) {
            size_t end =
                n_ready - begin < MEMBER_BYTES ? n_ready : begin + MEMBER_BYTES;

            members[n++] = (struct member){.file = file, .begin = begin, .end = end};
        }
    }
}

static void pack_member(void *data, size_t item, size_t worker)
{
    struct member *member = (struct member *)data + item;

    member->status =
        via_gzip_member(member->file->stream.bytes + member->begin,
                        member->end - member->begin, &member->packed, &member->err);
}

static via_status write_member(struct file *file, const struct member *member,
                               via_error *err)
{
    if (member->status != VIA_OK) {
        if (err)
            *err = member->err;
        return member->status;
    }
    return via_writer_write_member(file->writer, member->packed.bytes,
                                   member->packed.n_bytes, err);
}

/* Writes what is ready of each file; `members` are those of all files, in order. */
static via_status write_files(via_memories *memories, const struct member *members,
                              bool is_last, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < memories->n_files; i++) {
        struct file *file = &memories->files[i];
        size_t n_ready = ready_bytes(file, is_last);

        if (!file->is_gzipped)
            st = via_writer_write(file->writer, file->stream.bytes, n_ready, err);
        for (size_t at = 0; file->is_gzipped && st == VIA_OK && at < n_ready;
             members++) {
            st = write_member(file, members, err);
            at = members->end;
        }
        file->stream.n_bytes -= n_ready;
        if (file->stream.n_bytes)
            memmove(file->stream.bytes, file->stream.bytes + n_ready,
                    file->stream.n_bytes);
    }
    return st;
}

static via_status flush(via_memories *memories, size_t n_workers, bool is_last,
                        via_error *err)
{
    size_t n_members = count_members(memories, is_last);
    struct member *members = malloc((n_members + 1) * sizeof *members);
    bool has_failed = !members;

    for (size_t i = 0; i < memories->n_files; i++)
        has_failed = has_failed || memories->files[i].stream.has_failed;
    if (has_failed) {
        free(members);
        return via_fail_memory(err);
    }
    fill_members(memories, is_last, members);
    via_parallel_for(n_members, n_workers, pack_member, members);

    via_status st = write_files(memories, members, is_last, err);
    for (size_t i = 0; i < n_members; i++)
        via_buffer_clear(&members[i].packed);
    free(members);
    return st;
}

via_status via_memories_flush(via_memories *memories, size_t n_workers, via_error *err)
{
    return flush(memories, n_workers, false, err);
}

via_status via_memories_commit(via_memories *memories, size_t n_workers, via_error *err)
{
    for (size_t i = 0; i < memories->n_files; i++) {
        struct file *file = &memories->files[i];

        via_tm_render_tail(&file->spec, file->part, &file->stream);
    }

    via_status st = flush(memories, n_workers, true, err);
    for (size_t i = 0; st == VIA_OK && i < memories->n_files; i++) {
        st = via_writer_commit(memories->files[i].writer, err);
        memories->files[i].writer = NULL;
    }
    via_memories_abandon(memories);
    return st;
}
