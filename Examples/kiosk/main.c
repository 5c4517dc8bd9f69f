/* tincay-kiosk: takes reports at a point and cannot read them back. Links nothing but libtincay and the C library. */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ask.h"
#include "buffer.h"
#include "file.h"
#include "point.h"
#include "words.h"

/* As the library's own limits, so that it can say itself that there is too much. */
#define ANSWERS_SIZE_LIMIT (1024u * 1024u)
#define FORM_SIZE_LIMIT (4u * 1024u * 1024u)

/* Before the name of a form that is no file: one that a notice brought into the box. */
#define FORM_OF_BOX "box:"

static const char usage[] =
    "tincay-kiosk [--language TAG] [--staff] BOX FORM < answers.json   check answers and drop them into the box\n"
    "tincay-kiosk --ask [--language TAG] [--profile C|B|K] [--idle SECONDS] BOX FORM\n"
    "                                                    ask the form's questions one by one\n"
    "tincay-kiosk --create BOX --point NAME --kind KIND --desk CARD... [--authority CARD]... [--slots N]\n"
    "                                                    set up a box, with N slots a day; --desk for each desk\n"
    "tincay-kiosk --tick BOX                             add the slots of the days that have begun (daily)\n"
    "tincay-kiosk --pack BOX FOLDER [FOLDER]             write the bundles to carry; in two folders, in halves\n"
    "tincay-kiosk --settle BOX FILE                      take in the desk's receipt\n"
    "tincay-kiosk --news BOX FILE                        take in a notice: a directory of desks, forms, words\n"
    "tincay-kiosk --status BOX                           tell the health of the box, nothing about reports\n"
    "\n"
    "FORM is a form's file, or box:ID for one that a notice brought.\n"
    "Exit status: 0 done, 1 the answers need another look, 2 usage, 3 failed, 4 the person left.\n";

/* The command line. */
struct command {
    const char *mode; /* "--ask" and so on; empty for answers on standard input */
    const char *operands[3];
    size_t operand_count;
    const char *language;
    const char *profile;
    int staff;
    int idle;
    struct setup setup;
};

/* Reads an option that takes a value; 0 when it is unknown. */
static int read_option(struct command *command, const char *name, const char *value) {
    if (strcmp(name, "--language") == 0) {
        command->language = value;
    } else if (strcmp(name, "--profile") == 0) {
        command->profile = value;
    } else if (strcmp(name, "--point") == 0) {
        command->setup.name = value;
    } else if (strcmp(name, "--kind") == 0) {
        command->setup.kind = value;
    } else if (strcmp(name, "--desk") == 0 && command->setup.card_count < POINT_DESKS) {
        command->setup.cards[command->setup.card_count++] = value;
    } else if (strcmp(name, "--authority") == 0 && command->setup.signer_count < POINT_SIGNERS) {
        command->setup.signers[command->setup.signer_count++] = value;
    } else if (strcmp(name, "--slots") == 0) {
        command->setup.slots_per_day = strtol(value, NULL, 10);
        return command->setup.slots_per_day > 0;
    } else if (strcmp(name, "--idle") == 0) {
        long seconds = strtol(value, NULL, 10);
        command->idle = seconds > 0 && seconds <= 3600 ? (int)seconds : 0;
    } else {
        return 0;
    }
    return 1;
}

/* Reads the command line; 0 when it makes no sense. */
static int read_command(struct command *command, int count, char **words) {
    static const char *const modes[] = {"--ask", "--create", "--tick", "--pack", "--settle", "--news", "--status"};
    int index;
    for (index = 1; index < count; index++) {
        size_t mode = 0;
        while (mode < sizeof modes / sizeof modes[0] && strcmp(words[index], modes[mode]) != 0) {
            mode++;
        }
        if (mode < sizeof modes / sizeof modes[0]) {
            if (command->mode[0] != '\0') {
                return 0;
            }
            command->mode = modes[mode];
        } else if (strcmp(words[index], "--staff") == 0) {
            command->staff = 1;
        } else if (strncmp(words[index], "--", 2) == 0) {
            if (index + 1 >= count || !read_option(command, words[index], words[index + 1])) {
                return 0;
            }
            index++;
        } else if (command->operand_count < 3) {
            command->operands[command->operand_count++] = words[index];
        } else {
            return 0;
        }
    }
    return 1;
}

/* The answers' own profile decides how to speak: a child is spoken to as a child in Vietnamese. */
static struct audience audience_for(const struct command *command, int child) {
    struct audience audience;
    audience.language = command->language;
    audience.child = child;
    audience.staff = command->staff;
    if (child && strcmp(command->language, "vi") == 0) {
        audience.language = "vi-x-child";
    }
    return audience;
}

/* Takes answers from standard input. */
static enum outcome take(const struct command *command, const struct asked *asked) {
    static const struct span none = {NULL, 0};
    struct buffer answers = {0};
    struct audience audience;
    struct span span;
    enum outcome outcome;
    int complete = read_all(STDIN_FILENO, ANSWERS_SIZE_LIMIT, &answers);
    span = span_of_buffer(&answers);
    audience = audience_for(command, pick_is(span, "/profile", "C"));
    if (complete) {
        outcome = drop(command->operands[0], asked, span, &audience);
    } else {
        show_failure(none, asked->source, &audience);
        outcome = OUTCOME_FAILED;
    }
    buffer_free(&answers);
    return outcome;
}

/* Opens a form that a notice brought into the box. */
static tincay_status open_form_of_box(const char *box_path, const char *id, tincay_form **form) {
    tincay_box *box = NULL;
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_form(box, id, form);
    }
    (void)tincay_box_close(box);
    return status;
}

/* Opens the form, from its file or out of the box; 0 when there is none, which is said for a log. */
static int open_form(const struct command *command, struct buffer *source, struct asked *asked) {
    const char *name = command->operands[1];
    tincay_status status;
    if (strncmp(name, FORM_OF_BOX, strlen(FORM_OF_BOX)) == 0) {
        status = open_form_of_box(command->operands[0], name + strlen(FORM_OF_BOX), &asked->form);
    } else if (!read_file(name, FORM_SIZE_LIMIT, source)) {
        fprintf(stderr, "tincay-kiosk: %s: %s\n", name, strerror(errno));
        return 0;
    } else {
        asked->source = span_of_buffer(source);
        status = tincay_form_open(source->data, source->size, &asked->form);
    }
    if (status != TINCAY_OK) {
        log_status(name, status);
    }
    return status == TINCAY_OK;
}

/* Opens the form and takes answers with it, from standard input or from the person at the screen. */
static enum outcome receive(const struct command *command) {
    static const struct span none = {NULL, 0};
    struct buffer source = {0};
    struct asked asked = {NULL, {NULL, 0}};
    struct audience audience = audience_for(command, strcmp(command->profile, "C") == 0);
    enum outcome outcome = OUTCOME_FAILED;
    if (!open_form(command, &source, &asked)) {
        show_failure(none, asked.source, &audience);
    } else if (command->mode[0] == '\0') {
        outcome = take(command, &asked);
    } else {
        outcome = ask(command->operands[0], &asked, command->profile, &audience, command->idle);
    }
    (void)tincay_form_close(asked.form);
    buffer_free(&source);
    return outcome;
}

/* Does what was asked for; OUTCOME_USAGE when something is missing. */
static enum outcome run(const struct command *command) {
    const char *box_path = command->operands[0];
    const char *file = command->operands[1];
    const char *mode = command->mode;
    size_t operands =
        strcmp(mode, "--create") == 0 || strcmp(mode, "--tick") == 0 || strcmp(mode, "--status") == 0 ? 1 : 2;
    if (command->operand_count != operands && !(strcmp(mode, "--pack") == 0 && command->operand_count == 3)) {
        return OUTCOME_USAGE;
    }
    if (strcmp(mode, "--create") == 0) {
        const struct setup *setup = &command->setup;
        return setup->name == NULL || setup->kind == NULL || setup->card_count == 0 ? OUTCOME_USAGE
                                                                                    : point_create(box_path, setup);
    }
    if (strcmp(mode, "--tick") == 0) {
        return point_tick(box_path);
    }
    if (strcmp(mode, "--status") == 0) {
        return point_status(box_path);
    }
    if (strcmp(mode, "--pack") == 0) {
        return point_pack(box_path, file, command->operands[2]);
    }
    if (strcmp(mode, "--news") == 0) {
        return point_news(box_path, file);
    }
    if (strcmp(mode, "--settle") == 0) {
        return point_settle(box_path, file);
    }
    return receive(command);
}

/* Ends a pending read, so that leaving by a signal wipes and clears like leaving by a key. */
static void interrupted(int number) {
    (void)number;
}

/* Keeps what is told out of core files, and lets a closed terminal end a sitting in good order. */
static void prepare(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct rlimit none = {0, 0};
    struct sigaction action;
    size_t index;
    (void)setrlimit(RLIMIT_CORE, &none);
    memset(&action, 0, sizeof action);
    action.sa_handler = interrupted;
    for (index = 0; index < sizeof numbers / sizeof numbers[0]; index++) {
        (void)sigaction(numbers[index], &action, NULL);
    }
}

int main(int count, char **words) {
    struct command command;
    enum outcome outcome = OUTCOME_USAGE;
    memset(&command, 0, sizeof command);
    command.mode = "";
    command.language = "vi";
    command.profile = "C";
    command.idle = 180;
    if (tincay_version_number() < TINCAY_VERSION_NUMBER) {
        fprintf(stderr, "tincay-kiosk: libtincay %s is older than this program\n", tincay_version());
        return OUTCOME_FAILED;
    }
    if (read_command(&command, count, words)) {
        prepare();
        outcome = run(&command);
    }
    if (outcome == OUTCOME_USAGE) {
        fputs(usage, stderr);
    }
    return (int)outcome;
}
