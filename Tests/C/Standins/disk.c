#include "disk.h"
#include "support.h"

#include <errno.h>
#include <sys/stat.h>

enum { FILES = 64, SECTOR = 512 };

/* A write, or a truncation when there are no bytes. */
struct change {
    uint8_t *bytes;
    size_t size;
    int64_t offset;
};

/* What a name stands for: the bytes that are there for sure, and what was done to them since. */
struct content {
    uint8_t *bytes;
    size_t size;
    struct change *changes;
    size_t count, room;
    struct content *next;
};

/* A name with what it stands for now and for sure; NULL stands for no file. */
struct name {
    char path[512];
    struct content *now, *sure;
};

/* A file that was made, removed or given another name while its folder was not synced. */
struct naming {
    struct name *name;
    struct content *content;
    struct name *gone; /* the name that it had, or NULL */
};

/* What stands for a folder. */
static struct content a_folder;

static struct content *contents;
static struct name names[FILES];
static struct naming namings[FILES * 8];
static size_t name_count, naming_count;
static char folder[512];
static int is_watching, is_dead, was_reached;
static long operations, aimed;
static enum disk_fault fault;
static uint64_t chance = 1;

/* ---------------------------------------------------------------------------------------------- chance */

/* Apart from the test's own random numbers, so that a fault is the same whatever the test draws. */
static uint32_t draw(void) {
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (uint32_t)(chance >> 32);
}

/* ---------------------------------------------------------------------------------------------- contents */

static void resize(struct content *content, size_t size) {
    content->bytes = realloc(content->bytes, size + 1);
    if (size > content->size)
        memset(content->bytes + content->size, 0, size - content->size);
    content->size = size;
}

static void put(struct content *content, const uint8_t *bytes, size_t size, int64_t offset) {
    size_t end = (size_t)offset + size;
    if (end > content->size)
        resize(content, end);
    memcpy(content->bytes + offset, bytes, size);
}

/* Does a change for sure, or only the parts of it that chance keeps. */
static void apply(struct content *content, const struct change *change, int shuffles) {
    size_t from = 0;
    if (change->bytes == NULL) {
        if (!shuffles || draw() % 2)
            resize(content, change->size);
        return;
    }
    while (from < change->size) {
        size_t left = SECTOR - ((size_t)change->offset + from) % SECTOR;
        size_t part = left < change->size - from ? left : change->size - from;
        if (!shuffles || draw() % 2)
            put(content, change->bytes + from, part, change->offset + (int64_t)from);
        from += part;
    }
}

static void forget_changes(struct content *content) {
    while (content->count > 0)
        free(content->changes[--content->count].bytes);
}

static void add_change(struct content *content, const void *bytes, size_t size, int64_t offset) {
    struct change *change;
    if (content->count == content->room) {
        content->room = content->room * 2 + 16;
        content->changes = realloc(content->changes, content->room * sizeof *content->changes);
    }
    change = &content->changes[content->count++];
    change->bytes = NULL;
    if (bytes != NULL) {
        change->bytes = malloc(size + 1);
        memcpy(change->bytes, bytes, size);
    }
    change->size = size;
    change->offset = offset;
}

/* ---------------------------------------------------------------------------------------------- names */

static int is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static struct content *new_content(void) {
    struct content *content = calloc(1, sizeof *content);
    content->next = contents;
    contents = content;
    return content;
}

static void forget_contents(void) {
    while (contents != NULL) {
        struct content *next = contents->next;
        forget_changes(contents);
        free(contents->changes);
        free(contents->bytes);
        free(contents);
        contents = next;
    }
}

/* The name of a path; what lies on the disk when it is asked for first is there for sure. */
static struct name *name_of(const char *path) {
    struct name *name;
    size_t index;
    for (index = 0; index < name_count; index++)
        if (strcmp(names[index].path, path) == 0)
            return &names[index];
    CHECK(name_count < FILES && strlen(path) < sizeof names->path);
    name = &names[name_count++];
    strcpy(name->path, path);
    name->now = NULL;
    if (is_folder(path)) {
        name->now = &a_folder;
    } else if (access(path, F_OK) == 0) {
        name->now = new_content();
        name->now->bytes = read_file(path, &name->now->size);
    }
    name->sure = name->now;
    return name;
}

/* Notes what a name stands for from now on, and which name is gone with that. */
static void rename_to(struct name *name, struct content *content, struct name *gone) {
    CHECK(naming_count < sizeof namings / sizeof *namings);
    name->now = content;
    if (gone != NULL)
        gone->now = NULL;
    namings[naming_count].name = name;
    namings[naming_count].gone = gone;
    namings[naming_count++].content = content;
}

static void apply_naming(const struct naming *naming) {
    naming->name->sure = naming->content;
    if (naming->gone != NULL)
        naming->gone->sure = NULL;
}

/* Whether a path lies in a folder itself. */
static int lies_in(const char *path, const char *parent) {
    size_t size = strlen(parent);
    while (size > 0 && parent[size - 1] == '/')
        size--;
    return strncmp(path, parent, size) == 0 && path[size] == '/' && strchr(path + size + 1, '/') == NULL;
}

/* ---------------------------------------------------------------------------------------------- the test's side */

void disk_watch(const char *path) {
    forget_contents();
    name_count = naming_count = 0;
    snprintf(folder, sizeof folder, "%s", path);
    if (folder[0] != 0 && folder[strlen(folder) - 1] == '/')
        folder[strlen(folder) - 1] = 0;
    is_watching = 1;
    disk_heal();
}

void disk_aim(enum disk_fault chosen, long operation, uint64_t seed) {
    fault = chosen;
    operations = 0;
    aimed = operation;
    chance = (seed + 1) * 2862933555777941757u + (uint64_t)operation * 3037000493u + (uint64_t)chosen;
    was_reached = 0;
}

long disk_operations(void) {
    return operations;
}

int disk_was_reached(void) {
    return was_reached;
}

void disk_heal(void) {
    is_dead = 0;
    aimed = 0;
}

void disk_die(void) {
    is_dead = 1;
}

/* Whether the folder of a path is there for sure. */
static int has_folder(const char *path) {
    size_t index;
    for (index = 0; index < name_count; index++)
        if (names[index].now == &a_folder && lies_in(path, names[index].path))
            return names[index].sure == &a_folder;
    return 1;
}

/* Takes away what is not there for sure: files, and then folders. */
static void take_away(void) {
    size_t index;
    for (index = 0; index < name_count; index++)
        if (names[index].now != &a_folder && (names[index].sure == NULL || !has_folder(names[index].path)))
            unlink(names[index].path);
    for (index = 0; index < name_count; index++)
        if (names[index].now == &a_folder && names[index].sure == NULL)
            rmdir(names[index].path);
}

void disk_return(enum disk_fault cut) {
    size_t index, change, count;
    is_watching = 0;
    if (cut != DISK_DROPS && cut != DISK_SHUFFLES)
        return;
    /* Changes of names are written in their order, as file systems with a journal do. */
    count = cut == DISK_DROPS ? 0 : draw() % (naming_count + 1);
    for (index = 0; index < count; index++)
        apply_naming(&namings[index]);
    take_away();
    for (index = 0; index < name_count; index++) {
        struct content *left = names[index].sure;
        if (left == NULL || left == &a_folder || !has_folder(names[index].path))
            continue;
        for (change = 0; cut == DISK_SHUFFLES && change < left->count; change++)
            apply(left, &left->changes[change], 1);
        write_file(names[index].path, left->bytes, left->size);
    }
}

/* ---------------------------------------------------------------------------------------------- operations */

int disk_watches(const char *path) {
    size_t size = strlen(folder);
    return is_watching && strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == 0);
}

int disk_is_dead(void) {
    return is_watching && is_dead;
}

/* Counts an operation; gives whether it meets the fault. */
static int meets_fault(void) {
    if (is_dead)
        return 1;
    operations++;
    if (aimed == 0 || operations < aimed)
        return 0;
    if (operations == aimed) {
        was_reached = 1;
        is_dead = fault <= DISK_SHUFFLES;
        return 1;
    }
    return fault == DISK_STAYS_FULL;
}

static int error_number(void) {
    return is_dead || fault == DISK_FAILS ? EIO : ENOSPC;
}

int disk_make(const char *path) {
    struct name *name = name_of(path);
    if (meets_fault())
        return error_number();
    rename_to(name, new_content(), NULL);
    return 0;
}

int disk_make_folder(const char *path) {
    struct name *name = name_of(path);
    if (meets_fault())
        return error_number();
    rename_to(name, &a_folder, NULL);
    return 0;
}

int disk_make_nameless(const char *path) {
    struct name *name = name_of(path);
    if (meets_fault())
        return error_number();
    name->now = new_content();
    return 0;
}

int disk_link(const char *path, const char *other) {
    struct name *name = name_of(path), *more = name_of(other);
    if (meets_fault())
        return error_number();
    rename_to(more, name->now, NULL);
    return 0;
}

int disk_rename(const char *path, const char *other) {
    struct name *name = name_of(path), *renamed = name_of(other);
    if (meets_fault() && error_number() == EIO)
        return EIO;
    rename_to(renamed, name->now, name);
    return 0;
}

int disk_remove(const char *path) {
    struct name *name = name_of(path);
    if (meets_fault() && error_number() == EIO)
        return EIO;
    rename_to(name, NULL, NULL);
    return 0;
}

int disk_truncate(const char *path, int64_t size) {
    struct name *name = name_of(path);
    /* Nothing becomes longer here, so that it needs no room. */
    if (meets_fault() && error_number() == EIO)
        return EIO;
    add_change(name->now, NULL, (size_t)size, 0);
    return 0;
}

int disk_sync(const char *path) {
    struct name *name = name_of(path);
    size_t index;
    /* Room was found when the bytes were written. */
    if (meets_fault() && error_number() == EIO) {
        /* As Linux does: the pages count as written, though they were not. */
        if (!is_dead)
            forget_changes(name->now);
        return EIO;
    }
    for (index = 0; index < name->now->count; index++)
        apply(name->now, &name->now->changes[index], 0);
    forget_changes(name->now);
    return 0;
}

void disk_sync_folder(const char *path) {
    size_t index, left = 0;
    for (index = 0; index < naming_count; index++) {
        if (lies_in(namings[index].name->path, path))
            apply_naming(&namings[index]);
        else
            namings[left++] = namings[index];
    }
    naming_count = left;
}

int disk_sync_names(const char *path) {
    if (meets_fault() && error_number() == EIO)
        return EIO;
    disk_sync_folder(path);
    return 0;
}

/* How many bytes of a write are done when it stops at a sector that chance chooses. */
static size_t torn(size_t size, int64_t offset) {
    int64_t end = (offset + draw() % (int64_t)(size + 1)) / SECTOR * SECTOR;
    return end > offset ? (size_t)(end - offset) : 0;
}

int disk_write(const char *path, const void *bytes, size_t size, int64_t offset, size_t *allowed) {
    struct name *name = name_of(path);
    int was_dead = is_dead, error = 0;
    *allowed = size;
    if (meets_fault()) {
        struct stat about;
        int64_t room = stat(path, &about) == 0 ? about.st_size : 0;
        error = error_number();
        if (was_dead || (is_dead && fault != DISK_TEARS)) {
            *allowed = 0;
        } else if (fault != DISK_STAYS_FULL) {
            *allowed = torn(size, offset);
        } else if (offset + (int64_t)size <= room) {
            error = 0;
        } else {
            *allowed = room > offset ? (size_t)(room - offset) : 0;
        }
    }
    if (*allowed > 0)
        add_change(name->now, bytes, *allowed, offset);
    return error;
}
