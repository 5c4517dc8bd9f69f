/* A disk that loses power, fills up or fails at an operation that a test chooses.
 *
 * The files are ordinary ones. What the library does to them, through SQLite or by itself, passes here on its way, and for
 * each file it is known what a power cut leaves for sure and what was written since and may be lost, sector by sector.
 * Names are as treacherous as bytes: a file that was made or removed is so for sure once its folder was synced. */
#ifndef TINCAY_TESTS_DISK_H
#define TINCAY_TESTS_DISK_H

#include <stddef.h>
#include <stdint.h>

/* What happens at the operation that was chosen. An operation is a write, a truncation, a sync of a file or a folder, the
 * making, naming, renaming or removing of a file, the making of a folder. The first four end in a power cut, after which nothing works until the files are as the cut left them. */
enum disk_fault {
    DISK_STOPS,      /* the power goes; all that was written is there */
    DISK_TEARS,      /* the power goes in the middle of the write, after some of its sectors */
    DISK_DROPS,      /* the power goes; nothing is there but what was synced */
    DISK_SHUFFLES,   /* the power goes; of what was not synced some sectors are there and others not */
    DISK_FAILS,      /* the operation fails, once; a sync that fails never writes what it should have */
    DISK_FILLS,      /* the operation finds no room, once */
    DISK_STAYS_FULL, /* from then on no file grows and none is made */
    DISK_FAULTS
};

/* Puts the disk under SQLite, once in a process. */
void disk_mount(void);

/* Watches the files in a folder from now on: what is there is there for sure. */
void disk_watch(const char *folder);

/* Chooses the operation that meets the fault, counted from 1 and from now; the seed decides what is random. */
void disk_aim(enum disk_fault fault, long operation, uint64_t seed);

/* How many operations there were since one was chosen. */
long disk_operations(void);

/* Whether the operation that was chosen was reached. */
int disk_was_reached(void);

/* Lets everything work again. */
void disk_heal(void);

/* Takes the power away: every operation fails from now on. */
void disk_die(void);

/* Ends watching, and makes the files what a power cut left of them. Nobody may have them open. */
void disk_return(enum disk_fault fault);

/* ---------------------------------------------------------------------------------------------- for what passes here */

/* How deep the process is inside of SQLite's own file functions, whose calls of the system were counted already. */
extern int disk_inside;

/* Whether a path is of a file that is watched. */
int disk_watches(const char *path);

/* Whether the power is gone. */
int disk_is_dead(void);

/* Each is to be called before the operation is done, and gives 0 or the error number that it is to fail with. */
int disk_make(const char *path);
int disk_remove(const char *path);
int disk_make_folder(const char *path);
int disk_rename(const char *path, const char *other);
int disk_truncate(const char *path, int64_t size);
int disk_sync(const char *path);
int disk_sync_names(const char *folder);

/* A file that has no name, under a path of which there is none; and a name for it. */
int disk_make_nameless(const char *path);
int disk_link(const char *path, const char *other);

/* Lays down the names of a folder as a part of another operation, so that it does not count. */
void disk_sync_folder(const char *folder);

/* Whether there are files without a name. */
void disk_allow_nameless(int allowed);

/* Gives also how many of the bytes are to be written, which may be some even though the write fails. */
int disk_write(const char *path, const void *bytes, size_t size, int64_t offset, size_t *allowed);

#endif
