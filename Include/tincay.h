/* tincay.h - intake validation and encrypted storage for reports of child abuse.
 *
 * This header is the whole public interface of libtincay: what is not declared here is not API.
 * It needs C89 with <stddef.h> and <stdint.h>, and compiles as C++.
 *
 * The nouns
 *   form     what may be asked, what is acceptable, how urgent it is: data, a JSON Schema 2020-12 document
 *   report   answers that a form accepted
 *   envelope a report sealed to the desks that may read it
 *   box      the letterbox of a point (a kiosk, a trusted address): takes reports, cannot read them back; a draft in
 *            it is what somebody is still telling
 *   desk     where named people, each with a passphrase, open reports and work cases
 *   bundle   what travels from a box to a desk, by any carrier; always the same size
 *   receipt  the desk's signed answer, which only the box can read; only a receipt lets a box forget
 *   notice   what an authority signs for points and desks: a directory of desks, or a pack of forms and words
 *
 * The main job, with every status check left out for brevity:
 *
 *     tincay_form *form; tincay_box *box; tincay_desk *desk;
 *     tincay_bytes card, result, bundle, receipt, settled, cases;
 *
 *     tincay_desk_create("desk.tincay", "counsellor", pass, pass_size, NULL, 0);
 *     tincay_desk_open("desk.tincay", "counsellor", pass, pass_size, &desk);
 *     tincay_desk_card(desk, &card);                       // give it to whoever sets up the kiosk
 *
 *     tincay_form_open(form_json, form_size, &form);
 *     tincay_box_create("box.tincay", setup, setup_size);  // setup names the point and holds the card
 *     tincay_box_open("box.tincay", &box);
 *     tincay_box_submit(box, form, answers, answers_size, "vi-x-child", &result);   // show result to the child
 *     tincay_box_pack(box, &bundle);                       // carry it
 *
 *     tincay_desk_collect(desk, bundle.data, bundle.size, &receipt);                // carry it back
 *     tincay_box_settle(box, receipt.data, receipt.size, &settled);
 *     tincay_desk_list(desk, NULL, 0, &cases);
 *
 * Rules that hold for every function
 *   Status     A function that can fail returns tincay_status: 0 is success, anything else a positive number whose low
 *              byte is its family (TINCAY_STATUS_FAMILY) and whose higher bits are a detail. Decide by family; treat a
 *              family you do not know as TINCAY_E_INTERNAL. Texts depend on the number alone, so they never hold what a
 *              child said. The library prints nothing, never exits and never raises a signal.
 *   Order      Inputs come first, then options, outputs last.
 *   NULL       Every pointer may be NULL and is then an answer (TINCAY_E_MISUSE), never a crash. A pointer to bytes may
 *              be NULL when its size is 0. Where NULL has a meaning of its own, the function says so.
 *   Inputs     are borrowed for the call, copied if kept, never changed. Sizes are in bytes. An input larger than its
 *              limit is TINCAY_E_LIMIT before any of it is read.
 *   Text       is UTF-8. JSON is RFC 8259 without duplicate names; a `language` is a BCP 47 tag such as "vi", "en" or
 *              "vi-x-child" (child wording), and NULL means "vi". Paths are the platform's bytes. Strings end with NUL.
 *   Outputs    An output of type tincay_bytes is yours to free with tincay_bytes_free, which wipes it. On failure every
 *              output is emptied, unless the function says that a result comes with that status.
 *   Handles    are opaque and are closed once; closing NULL is fine. A closed, stale or foreign handle is
 *              TINCAY_E_MISUSE, not undefined behaviour.
 *   Threads    Any thread with a stack of at least 256 KiB may call. Calls on one handle wait for each other; different
 *              handles run side by side.
 *   Locks      A desk that was locked, or that nobody has used for too long, answers TINCAY_E_LOCKED until its person
 *              unlocks it; a call that takes a key which its person was not given is TINCAY_E_NO_KEY.
 *   Processes  After fork() a parent's box and desk are TINCAY_E_FORKED in the child, which may open others; a file that
 *              the parent had open at that moment is TINCAY_E_BUSY there.
 *   Time       Times in JSON are RFC 3339 with an offset. Durations are ISO 8601.
 *   The host   No thread is started, no signal, locale, umask, environment or working directory is touched, no
 *              network is used. Files are created with mode 0600.
 */
#ifndef TINCAY_H
#define TINCAY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) && !defined(TINCAY_NO_ATTRIBUTES)
#define TINCAY_API __attribute__((visibility("default")))
#define TINCAY_MUST_CHECK __attribute__((warn_unused_result))
#else
#define TINCAY_API
#define TINCAY_MUST_CHECK
#endif

/* ---------------------------------------------------------------------------------------------- version */

#define TINCAY_VERSION "0.1.0"
#define TINCAY_VERSION_NUMBER 1000 /* major * 1,000,000 + minor * 1,000 + patch */

/* Names the version of the library that is running, such as "0.1.0".
 * Gives   a static string, never NULL. */
TINCAY_API const char *tincay_version(void);

/* Tells the running version as a number; compare it with TINCAY_VERSION_NUMBER, which is the header's. */
TINCAY_API int32_t tincay_version_number(void);

/* ---------------------------------------------------------------------------------------------- status */

typedef int32_t tincay_status;

/* The family of a status: the number to switch on. */
#define TINCAY_STATUS_FAMILY(status) (0xff & (status))

#define TINCAY_OK 0                /* done */
#define TINCAY_E_MISUSE 1          /* a NULL, a bad size, a closed or foreign handle: the caller's mistake */
#define TINCAY_E_NOMEM 2           /* the system gave no memory */
#define TINCAY_E_NOT_FOUND 10      /* no such file, report or member */
#define TINCAY_E_EXISTS 11         /* a file is already there; nothing was overwritten */
#define TINCAY_E_WRONG_KEY 20      /* wrong person or passphrase, or a bundle or receipt for somebody else */
#define TINCAY_E_TAMPERED 21       /* a signature, a seal or the ledger's chain does not hold */
#define TINCAY_E_REVOKED 22        /* the authority has revoked the point or the desk */
#define TINCAY_E_OUTDATED 23       /* older than what is held; nothing was changed */
#define TINCAY_E_NO_KEY 24         /* the person was not given the key that this takes */
#define TINCAY_E_LOCKED 25         /* the desk is locked until its person unlocks it again */
#define TINCAY_E_FORMAT_TOO_NEW 30 /* written by a newer library */
#define TINCAY_E_FORMAT 31         /* not a file, bundle, receipt or card of this library, or a damaged one */
#define TINCAY_E_BUSY 40           /* another process holds the file; try again */
#define TINCAY_E_IO 50             /* the disk or file system failed */
#define TINCAY_E_DISK_FULL 51      /* no room left; nothing was changed */
#define TINCAY_E_ACCESS 52         /* the file or folder may not be read or written */
#define TINCAY_E_INVALID_REPORT 60 /* the form did not accept the answers: the result says why */
#define TINCAY_E_LIMIT 61          /* larger, deeper or more than the library takes */
#define TINCAY_E_INVALID_JSON 62   /* not JSON as defined above */
#define TINCAY_E_INVALID_FORM 63   /* JSON, but not a form that can be used */
#define TINCAY_E_INVALID_INPUT 64  /* JSON, but not what this function takes as setup, card, query or event */
#define TINCAY_E_NO_READER 65      /* nobody is left who may read the report: show the hotlines */
#define TINCAY_E_LATER 66 /* too many reports in a short time (show the hotlines), or wrong passphrases: try later */
#define TINCAY_E_HELD 67  /* the case has to be kept until two people lift that, or its day is over */
#define TINCAY_E_NOT_ACCEPTED 68 /* a file of a kind that the form does not take */
#define TINCAY_E_DISCLOSES 69    /* the table would tell, by itself or with earlier ones, too much about somebody */
#define TINCAY_E_FORKED 70       /* a handle of the parent process, used in the child */
#define TINCAY_E_INTERNAL 99     /* a defect of the library or its platform; the operation was abandoned */

/* Details of TINCAY_E_OUTDATED. */
#define TINCAY_E_OUTDATED_EXPIRED 279 /* 23 | 1 << 8: the day of a referral has passed, and nobody took it on */

/* Details of TINCAY_E_INVALID_JSON. */
#define TINCAY_E_INVALID_JSON_UTF8 318      /* 62 | 1 << 8: not UTF-8 */
#define TINCAY_E_INVALID_JSON_SYNTAX 574    /* 62 | 2 << 8: not RFC 8259 */
#define TINCAY_E_INVALID_JSON_DUPLICATE 830 /* 62 | 3 << 8: an object names a member twice */

/* Details of TINCAY_E_LIMIT. */
#define TINCAY_E_LIMIT_SIZE 317  /* 61 | 1 << 8: too many bytes */
#define TINCAY_E_LIMIT_DEPTH 573 /* 61 | 2 << 8: nested too deeply */

/* Details of TINCAY_E_INVALID_INPUT. */
#define TINCAY_E_INVALID_INPUT_PERSON 320 /* 64 | 1 << 8: it takes another person than the one who is there */
#define TINCAY_E_INVALID_INPUT_STATE 576  /* 64 | 2 << 8: the case is not where this could be done */
#define TINCAY_E_INVALID_INPUT_CODE 832   /* 64 | 3 << 8: a code is on no list that is in force */

/* Details of TINCAY_E_DISCLOSES. */
#define TINCAY_E_DISCLOSES_EARLY 325    /* 69 | 1 << 8: the period is not over for long enough */
#define TINCAY_E_DISCLOSES_SMALL 581    /* 69 | 2 << 8: too few children live there for such a table */
#define TINCAY_E_DISCLOSES_SHREDDED 837 /* 69 | 3 << 8: reports were shredded after a table about the period was made */
#define TINCAY_E_DISCLOSES_EMPTY 1093   /* 69 | 4 << 8: nothing of it can be told */
#define TINCAY_E_DISCLOSES_UNDECIDED 1349 /* 69 | 5 << 8: whether it is safe could not be found out in time */

/* Names a status, such as "TINCAY_E_WRONG_KEY"; an unknown detail is named by its family.
 * Gives   a static string, never NULL, for any number. */
TINCAY_API const char *tincay_status_name(tincay_status status);

/* Says a status in one English sentence for a log.
 * Gives   a static string, never NULL, for any number. */
TINCAY_API const char *tincay_status_text(tincay_status status);

/* ---------------------------------------------------------------------------------------------- bytes */

/* Bytes that the library gives away. `data[size]` is a NUL, so that text can be printed; empty is {NULL, 0}. */
typedef struct tincay_bytes {
    uint8_t *data;
    size_t size;
} tincay_bytes;

/* Wipes and frees `bytes->data` and empties `bytes`; safe twice, on empty bytes and on NULL. */
TINCAY_API void tincay_bytes_free(tincay_bytes *bytes);

/* Picks one value out of a JSON text, so that a host needs no JSON parser of its own.
 * Inputs  json at most 16 MiB; pointer an RFC 6901 JSON Pointer such as "/findings/0/message", "" for the whole.
 * Gives   a string's text without quotes and escapes, and any other value as its JSON.
 * Fails   NOT_FOUND when the pointer leads nowhere, INVALID_JSON, LIMIT; MISUSE when it is no JSON Pointer. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_json_pick(const uint8_t *json, size_t json_size, const char *pointer,
                                                            tincay_bytes *out_value);

/* ---------------------------------------------------------------------------------------------- form */

/* A form that was read and compiled. It never changes. */
typedef struct tincay_form tincay_form;

/* Reads a form: a JSON Schema 2020-12 document, plain or with x-tincay annotations (Documentation/FORMS.md).
 * Inputs  at most 4 MiB of JSON, nested at most 128 deep.
 * Fails   INVALID_JSON, INVALID_FORM, LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_open(const uint8_t *json, size_t json_size,
                                                            tincay_form **out_form);

/* Reads a form together with what it needs from elsewhere; nothing is ever fetched.
 * Inputs  resources, at most 16 MiB of JSON, an object of which every member may be left out:
 *           schemas    {address: schema}: documents that references in the form lead to
 *           packs      [{"x-tincay-units": ...}, {"x-tincay-calendar": ...}]: data that changes without the form
 *           dialect    what a form without $schema is written in: "https://json-schema.org/draft/2020-12/schema", the
 *                      default, or "http://json-schema.org/draft-07/schema"
 *           formats    whether text that is not of its `format` is an error; true by default
 *         No bytes at all are fine.
 * Fails   as tincay_form_open, also for resources that make no sense. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_open_with(const uint8_t *json, size_t json_size,
                                                                 const uint8_t *resources, size_t resources_size,
                                                                 tincay_form **out_form);

/* Tells what stands in the way of using a text as a form, for whoever writes it.
 * Inputs  as tincay_form_open_with.
 * Gives   a JSON object {usable, form, version, questions, rules, faults: [{code, path}]}; path is the JSON Pointer of
 *         the place in the form, and code one of "json", "limit", "schema", "dialect", "reference", "pattern",
 *         "patternNotLinear", "tooLarge", "circular", "annotation", "law", "resource". The first fault is told.
 * Fails   LIMIT; INVALID_JSON and INVALID_FORM only for resources that make no sense. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_review(const uint8_t *json, size_t json_size,
                                                              const uint8_t *resources, size_t resources_size,
                                                              tincay_bytes *out_review);

/* Checks answers and triages them, without storing anything.
 * Inputs  a JSON object of at most 1 MiB, nested at most 64 deep.
 * Gives   with OK and with INVALID_REPORT a JSON object:
 *           accepted   true, or false when a finding of severity "error" stands in the way
 *           form, version, profile, language
 *           findings   [{code, path, keyword, severity, parameters, message}], every one, never an answer itself;
 *                      path is the field's own JSON Pointer, also for a missing or an unknown field
 *           urgency    "U1" (immediate danger) to "U5", "U0" for information, null when no rule fired; with urgency_label
 *           rules      [{id, urgency, reason, destinations, source}], the triage rules that fired; urgency is null for
 *                      one that only raises what others say, or only adds to it
 *           deadlines  [{rule, kind, due, source}], soonest first. One with alarm is to be done at once, and alarm is when
 *                      to call for help over it; due repeats the first of the others, or is null. calendar says by which
 *                      one working days were counted, "none" when none knows them all, with calendar_until when it ends
 *                      before; undecided is true when a day was counted that may yet become a holiday; expired is true
 *                      when the form knows nothing newer than an outdated deadline
 *           destinations  ["111", ...], without repetition, after the routes that were taken
 *           routes     [{id, reason, remove, add}]: why the report goes elsewhere
 *           flags      ["medical_window", ...]: what else staff have to know
 *           ruleset    the SHA-256 of the rules in hexadecimal, kept with the report; null without rules
 *           normalized [{path, steps}]: which answers were put into their normal form first, and how; what was typed
 *                      is kept with a report where the form has a place for it
 *           hotlines   [{number, label, verified}] to show now, the most fitting first
 *         A plain schema has no triage: urgency and due are null and the lists empty.
 *         At most 1,000 findings are told, then one "tooMany". What takes more work to judge than is done for one
 *         report is not accepted and has a finding "limit" (Documentation/FORMS.md, Limits).
 * Fails   INVALID_JSON and LIMIT, with no result. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_check(tincay_form *form, const uint8_t *answers,
                                                             size_t answers_size, const char *language,
                                                             tincay_bytes *out_result);

/* Tells what to show next to somebody who is still answering, so that a screen needs no logic of its own.
 * Inputs  answers so far, {} or empty at first; profile "C" (child), "B" (bystander) or "K" (counsellor), NULL for the
 *         profile that the answers name.
 * Gives   a JSON object:
 *           profile, language, title, introduction, thanks
 *           questions  [{id, path, page, kind, visible, required, answered, label, hint, audio, icon, choices: [{value,
 *                      label}], minimum, maximum, format, input, count}] in the order to ask; kind is one of "choice",
 *                      "choices", "text", "number", "boolean", "date", "group", "repeat", "list"
 *           pages      [{id, label, shown, answered, missing}], and progress with the same three counts over all
 *           findings   what is wrong with what was answered, as tincay_form_check tells it; nothing of what is missing
 *           complete   whether these answers would be accepted now
 *         How urgent the answers are is not in it: a child's screen never shows that.
 * Fails   INVALID_JSON, LIMIT; INVALID_INPUT for a profile that the form does not have. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_state(tincay_form *form, const uint8_t *answers,
                                                             size_t answers_size, const char *profile,
                                                             const char *language, tincay_bytes *out_state);

/* Tells what the answers so far have changed, for a screen that has been told everything by tincay_form_state.
 * Inputs  as tincay_form_state.
 * Gives   the same object without what never changes; put over the earlier questions by `path` it is the whole state. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_progress(tincay_form *form, const uint8_t *answers,
                                                                size_t answers_size, const char *profile,
                                                                const char *language, tincay_bytes *out_progress);

/* Tells who can read what of the reports that a form makes.
 * Gives   {form, version, questions: [{name, section, roles, listed}]}: the roles that a person of a desk must have to read
 *         the answer; listed answers are shown in lists and counts to everybody at the desk. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_form_access(tincay_form *form, tincay_bytes *out_matrix);

/* Ends a form. Boxes and desks do not need it any longer once a call has returned. */
TINCAY_API tincay_status tincay_form_close(tincay_form *form);

/* ---------------------------------------------------------------------------------------------- box */

/* A point's letterbox. Nothing here, and no key on the device, can read a report back. */
typedef struct tincay_box tincay_box;

/* Creates the box file of a point and fills today's slots with noise.
 * Inputs  setup, a JSON object:
 *           point  {name, kind}: who this is, at most 200 characters; kind such as "NODE-TRUSTED"
 *           desks  1 to 8 desks: who may read. Each is a card, as tincay_desk_card gives it, or {card, destinations: [..],
 *                  offsite, sections: [..]}: the codes that forms send to it by; whether it is elsewhere, and reads only
 *                  what is sent to it or what too few others may read; the sections that it may read ("facts",
 *                  "identity", "contact", "accused", "place", "notes"), all when they are left out
 *           together  [{sections, need}]: sections that no desk opens alone, and how many it takes, 2 to 8; when fewer
 *                  than that may read a report, all of these
 *           authority  2 to 4 cards of the desks whose notices this box takes; none are taken without it
 *           slots_per_day  1 to 32, default 4      slot_kib    16 to 256, a power of two, default 16
 *           bundle_mib     1 to 64, default 8      alarm_hours 1 to 720, default 72: see tincay_box_status
 *           reserve        for how many reports of U1 and U2 room on the disk is taken ahead: less than slots_per_day,
 *                          default a quarter, at least 1 where there is more than one slot
 *           flood          {burst, per_hour}, each 1 to 100,000, default 20: how many reports that are not urgent may come
 *                          in at once, and how many in an hour from then on. A guess: set it to what the point sees
 *           idle_seconds   30 to 3600, default 300: how long nobody may touch a draft before it is taken for left
 * Fails   EXISTS, ACCESS, INVALID_JSON, INVALID_INPUT, TAMPERED (a card that its desk did not sign). */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_create(const char *path, const uint8_t *setup, size_t setup_size);

/* Opens a box and brings it up to today, as tincay_box_tick does.
 * Fails   NOT_FOUND, FORMAT, FORMAT_TOO_NEW, BUSY, ACCESS. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_open(const char *path, tincay_box **out_box);

/* Checks answers and, when the form accepts them, seals them and keeps the envelope; it is on the disk when this returns.
 * Gives   the result of tincay_form_check with a member more, kept: whether the report is on the disk. It comes with
 *         every status that is told after the answers were judged, so that the host can always show whom to call: OK,
 *         INVALID_REPORT, NO_READER, LATER, DISK_FULL, IO, BUSY, ACCESS, NOMEM, INTERNAL, and LIMIT when the sealed report
 *         does not fit a slot. Only with OK is kept true. With NOMEM the result itself may be missing.
 *         LATER is for too many reports in a short time; a report of U1 or U2 never waits. So many of these as the setup
 *         reserves room for are also kept on a full disk, for as long as the box is kept open.
 * Fails   INVALID_JSON, LIMIT for answers too large, MISUSE, FORKED: with no result. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_submit(tincay_box *box, tincay_form *form, const uint8_t *answers,
                                                             size_t answers_size, const char *language,
                                                             tincay_bytes *out_result);

/* A flag: overwrite the caller's own bytes with zeros before returning, whatever the status. */
#define TINCAY_WIPE_INPUT 1

/* Does what tincay_box_submit does, for the desks that the form's routes and the child leave.
 * A desk that is not offsite gets the report unless a route removed one of its destinations (and none added another of
 * them) or the child excluded it; an offsite one when a route added one of its destinations, or when somebody was taken
 * out and fewer than two are left. Who gets no key is nowhere written: an envelope always looks the same.
 * Inputs  answers, which TINCAY_WIPE_INPUT overwrites with zeros before this returns, whatever it returns; options, which
 *         may be NULL, a JSON object:
 *           language  of the result      exclude  [desk, ..]: the numbers of desks as tincay_box_directory gives them
 * Gives   the result of tincay_form_check, with OK, INVALID_REPORT and NO_READER. It does not tell who was left out.
 * Fails   as tincay_box_submit; NO_READER when nobody is left: nothing is kept, show the hotlines; INVALID_INPUT for an
 *         excluded desk that is not this box's; MISUSE for unknown flags. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_submit_with(tincay_box *box, tincay_form *form, uint8_t *answers,
                                                                  size_t answers_size, const uint8_t *options,
                                                                  size_t options_size, int32_t flags,
                                                                  tincay_bytes *out_result);

/* Takes in a notice of the authority: a directory, which takes the place of the box's desks, or a pack. Newer ones only
 * and all or nothing; the one that is in force again is fine and changes nothing. A receipt may bring notices as well.
 * Gives   {kind, name, number, taken, desks}: kind is "directory" or "pack", taken whether it is new here, desks how many
 *         desks the box has now.
 * Fails   FORMAT; WRONG_KEY when fewer of the pinned signers have signed than it needs, which are two for a directory and
 *         one for a pack; TAMPERED; OUTDATED when a newer one, or another of the same number, is in force;
 *         INVALID_JSON, INVALID_INPUT for a body that makes no sense, such as a form that cannot be used; LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_news(tincay_box *box, const uint8_t *notice, size_t notice_size,
                                                           tincay_bytes *out_result);

/* Tells who may read what is told here, and whom to call, so that a child can say who must not read it.
 * Gives   {point, number, issued, age_days, desks: [{desk, name, destinations, offsite}], hotlines: [{number, label,
 *         destination, source, valid_from, valid_until}], forms: [{id, version, hash, languages}]}: point is this point's
 *         own number, by which it can be revoked: write it down elsewhere. number, issued and age_days are null without a
 *         directory; forms are those that packs brought, each in its newest version. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_directory(tincay_box *box, const char *language,
                                                                tincay_bytes *out_directory);

/* Opens the newest form of a name that packs brought, with all the data and the languages that packs brought for it.
 * A language of which a text is missing, or that was made for another version of the form, is left out as a whole.
 * Inputs  id, 1 to 200 bytes, as tincay_box_directory gives it.
 * Gives   a form as tincay_form_open gives it; it outlives the box.
 * Fails   NOT_FOUND. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_form(tincay_box *box, const char *id, tincay_form **out_form);

/* Adds the slots of the days that have begun, forgets which of the past days' slots were used, and ends a draft that
 * nobody has touched for long. Call it at start and at least once a day; while a draft is open, at least once a minute:
 * the library has no thread that could watch the time. Called once an hour, it also counts how long the machine has been
 * running, by which its clock is trusted longer without a receipt. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_tick(tincay_box *box);

/* Packs the next slots, used or not, into a bundle for the box's desks.
 * Gives   opaque bytes, always as many as the box's bundle size.
 *         Bundles go round: each carries on behind the one before, today's slots come in the last of a round, and the next
 *         begins with the oldest again, answered or not. Carry as many as `bundles_waiting` of the status says, and one
 *         when it says 0. The box forgets nothing: a slot travels in every round until receipts cover it, so a bundle or
 *         a receipt that is lost costs time and nothing else. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_pack(tincay_box *box, tincay_bytes *out_bundle);

/* Takes in a desk's receipt and frees the slots that every desk of the box has covered. Idempotent, in any order.
 * Inputs  at most 8 MiB.
 * Gives   {freed, waiting, desk}: slots freed now, slots left, and the name of the desk that answered.
 * Fails   FORMAT; WRONG_KEY when it is for another box or from a desk that is not this box's; TAMPERED. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_settle(tincay_box *box, const uint8_t *receipt,
                                                             size_t receipt_size, tincay_bytes *out_result);

/* Tells a point's health, and nothing about reports.
 * Gives   a JSON object {point, kind, slots, packed, last_packed, last_receipt} and
 *           bundles_waiting   how many bundles carry every slot that waits for a receipt once; what today has beyond its
 *                             own slots counts from tomorrow on, and begins the next round
 *           clock             "trusted", or "doubtful": it ran backwards, jumped by more than three days, or nothing but
 *                             itself has vouched for more than a month; a receipt makes it trusted again
 *           confirmed_day     the latest day that running time or a receipt vouches for, such as "2026-03-02"
 *           uncollected_hours whole hours since the newest receipt's time, or since the box's first day when there was
 *                             none; null while the clock is doubtful
 *           alarm             whether more than alarm_hours have passed so: somebody has to come, or to be called
 *           directory         {number, age_days}, or null when there is none
 *           desks             [{name, last_receipt, collected, missing, contradicted}], each as its newest receipt tells:
 *                             it has every bundle up to the number `collected`, and none of the `missing`, at most 32 of
 *                             those it has later ones of; `contradicted` when the end of its ledger cannot follow from
 *                             what it told before, because somebody has put an older file back. Its receipts count
 *                             all the same: what a desk has stored it has stored
 *         It is the same to the byte with and without reports, unless so many came that they fill bundles of their own. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_box_status(tincay_box *box, tincay_bytes *out_status);

/* Closes a box. */
TINCAY_API tincay_status tincay_box_close(tincay_box *box);

/* ---------------------------------------------------------------------------------------------- draft */

/* The answers of somebody who is still telling. They are in locked memory and, sealed, in the box, where every answer
 * seals all of them anew: a power cut costs at most the answer that was being given. Nobody at the point can go on with
 * a draft that was cut off, or see it; what its person wanted decides whether the counsellor gets it, unfinished.
 * A box has one draft at a time. Beginning another ends the one before as if its person had walked away. */
typedef struct tincay_draft tincay_draft;

/* What becomes of answers that are never sent. Answers that are U1 or U2 always go to the counsellor: somebody is in
 * danger. Say so before the first question. */
#define TINCAY_DRAFT_UNDECIDED 0 /* forgotten when the person walks away; after a power cut the counsellor gets them */
#define TINCAY_DRAFT_KEEP 1      /* the counsellor gets them */
#define TINCAY_DRAFT_FORGET 2    /* forgotten, and never written to the disk */

/* Begins a draft for whoever has come to the screen.
 * Inputs  profile and language as for tincay_form_state. The form may be closed before the draft.
 * Fails   INVALID_INPUT for a profile that the form does not have. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_begin(tincay_box *box, tincay_form *form, const char *profile,
                                                              const char *language, tincay_draft **out_draft);

/* Takes an answer, seals everything told so far and keeps it in the box; it is on the disk when this returns.
 * Inputs  pointer, a question's `path`; value its answer as JSON, or NULL to take the answer back; flags 0 or
 *         TINCAY_WIPE_INPUT for the value. An answer replaces an earlier one to the same question, and answers to
 *         questions that it hides do not count any longer. What the form asks nobody of this profile, such as whether
 *         there is a network, a host may answer by itself.
 * Gives   what the answer changed, as tincay_form_progress tells it. With DISK_FULL, IO, BUSY, LATER and NO_READER too: then
 *         the answer is in memory only, and the next one tries again.
 * Fails   INVALID_JSON; INVALID_INPUT for a pointer that leads nowhere an answer can be; LIMIT when the sealed answers
 *         do not fit a slot; NOT_FOUND when the draft has ended: it was sent or abandoned, another was begun, or nobody
 *         touched it for the setup's idle_seconds. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_answer(tincay_draft *draft, const char *pointer, uint8_t *value,
                                                               size_t value_size, int32_t flags,
                                                               tincay_bytes *out_progress);

/* Undoes the last answer, and what it hid comes back.
 * Gives   {path, value, state}: the question, the answer that was undone (null for one taken back), and the screen as
 *         tincay_form_state tells it; also with the statuses that tincay_draft_answer gives a result with.
 * Fails   NOT_FOUND when there is nothing to undo, and as tincay_draft_answer. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_back(tincay_draft *draft, tincay_bytes *out_undone);

/* Tells what to show after the answers so far, as tincay_form_state; never the answers. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_state(tincay_draft *draft, tincay_bytes *out_state);

/* Notes what the person wants to become of the answers if they are never sent.
 * Inputs  choice, one of TINCAY_DRAFT_UNDECIDED, _KEEP, _FORGET. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_choose(tincay_draft *draft, int32_t choice);

/* Keeps the answers from desks that the person does not want to read them, from the next sealing on, which is now.
 * Inputs  desks, a JSON array of the numbers of desks as tincay_box_directory gives them; it replaces an earlier one.
 * Fails   INVALID_INPUT for a desk that is not this box's; NO_READER when nobody is left. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_exclude(tincay_draft *draft, const uint8_t *desks,
                                                                size_t desks_size);

/* Sends the answers, as tincay_box_submit does and with the same results; with OK the draft has ended, otherwise it goes
 * on. A draft counts as one report for LATER, from its first answer on. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_submit(tincay_draft *draft, tincay_bytes *out_result);

/* Ends the draft of somebody who walks away.
 * Inputs  choice, what the person said on leaving; TINCAY_DRAFT_UNDECIDED leaves it at what was chosen before.
 * Gives   {kept, hotlines}: whether the counsellor gets the answers, and whom to call either way. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_draft_abandon(tincay_draft *draft, int32_t choice,
                                                                tincay_bytes *out_result);

/* Closes a draft; one that goes on is abandoned undecided. */
TINCAY_API tincay_status tincay_draft_close(tincay_draft *draft);
/* ---------------------------------------------------------------------------------------------- carrying */

/* Names for the files that travel, which say nothing. When there are several, put 2, 3 and so on before the dot of all but
 * the first: data.bin, data2.bin, data3.bin. The number need not be the bundle's: bundles may arrive in any order. */
#define TINCAY_BUNDLE_NAME "data.bin"
#define TINCAY_RECEIPT_NAME "data.ack"

/* Splits a bundle or a receipt for two carriers: one half is random, the other gives the bytes together with it, and
 * either alone is noise. Each is as large as the whole; losing one is losing the bundle, so pack again.
 * Inputs  1 byte to 64 MiB.
 * Fails   INVALID_INPUT for no bytes, LIMIT; MISUSE when both outputs are one. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_bundle_split(const uint8_t *bundle, size_t bundle_size,
                                                               tincay_bytes *out_first, tincay_bytes *out_second);

/* Puts two halves together, in whatever order; halves of different bundles give bytes that nothing opens.
 * Inputs  at most 64 MiB each.
 * Fails   INVALID_INPUT when they are not of one size or there are no bytes, LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_bundle_join(const uint8_t *first, size_t first_size,
                                                              const uint8_t *second, size_t second_size,
                                                              tincay_bytes *out_bundle);

/* ---------------------------------------------------------------------------------------------- desk */

/* A desk that a person has unlocked. */
typedef struct tincay_desk tincay_desk;

/* Creates a desk with its first person.
 * Inputs  person 1 to 200 bytes; passphrase 8 to 1,024 bytes; setup, which may be NULL, a JSON object:
 *           name  the desk's, at most 200 characters
 *           authority  2 to 4 cards of the desks whose notices this desk takes; none are taken without it
 *           kdf   {memory_mib, passes}: Argon2id (RFC 9106), 64 to 1024 MiB, default 64, and 2 to 10, default 3; or
 *                 {target_ms}: 100 to 5000, what takes about so long on this machine, measured now, and no less than the
 *                 defaults
 *           idle_seconds  10 to 86400, default 900: after how long without a call the desk locks itself
 * Fails   EXISTS, ACCESS, LIMIT (a passphrase too short or too long), INVALID_JSON, INVALID_INPUT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_create(const char *path, const char *person,
                                                              const uint8_t *passphrase, size_t passphrase_size,
                                                              const uint8_t *setup, size_t setup_size);

/* Unlocks a desk for a person; the unlocking itself is entered in the ledger.
 * Fails   NOT_FOUND, FORMAT, FORMAT_TOO_NEW, BUSY, ACCESS; WRONG_KEY for a wrong passphrase and for a person unknown
 *         alike; LATER after three wrong ones, for 1 second and twice as long each time, up to 15 minutes - the ledger gets
 *         how many there were at the next unlocking; TAMPERED when the ledger's chain does not reach its end, or the
 *         person's keys were not given by somebody who manages people. The ledger is walked from the desk's own
 *         snapshot on, when there is one that fits; an entry before it that is missing or was changed is found by
 *         tincay_desk_verify, which walks all of them. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_open(const char *path, const char *person,
                                                            const uint8_t *passphrase, size_t passphrase_size,
                                                            tincay_desk **out_desk);

/* A desk has people, each with a passphrase and, if wanted, a key file. What somebody may do is which of the desk's keys
 * that person was given, so no program can grant more:
 *   "reports"     opens what was told, notes and reasons, and the sections facts, accused, place and notes
 *   "identities"  opens the sections identity and contact; only together with "reports"
 *   "intake"      takes in bundles and what other desks give. Whoever has it holds what they are sealed to, and so could
 *                 open what comes in
 *   "people"      lets people in
 *   "statistics"  lists, counts and the ledger: everybody has it, and it stands alone for who has nothing else
 * A call that takes a key which the person was not given is TINCAY_E_NO_KEY. A person who has no key to facts or identities
 * can still file: what was filed is sealed to those who have. The first person of a desk has every role.
 *
 * A key_file is 32 to 65,536 bytes that take part in the passphrase; NULL with size 0 stands for none. */

/* Unlocks a desk as tincay_desk_open does, for a person with a key file.
 * Fails   as tincay_desk_open. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_open_with(const char *path, const char *person,
                                                                 const uint8_t *passphrase, size_t passphrase_size,
                                                                 const uint8_t *key_file, size_t key_file_size,
                                                                 tincay_desk **out_desk);

/* Tells who may unlock the desk.
 * Gives   {people: [{name, roles, since, by}], recovery: {set, shares, needed, since, by} or null, generation}: by is who let
 *         the person in, generation how often the desk's keys were drawn. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_people(tincay_desk *desk, tincay_bytes *out_people);

/* Lets a person in. It takes "people" and every role that is given.
 * Inputs  person, passphrase and key_file as in tincay_desk_create; roles, a JSON array of the names above.
 * Fails   NO_KEY; EXISTS for a name that is there already; INVALID_JSON, INVALID_INPUT, LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_add_person(tincay_desk *desk, const char *person,
                                                                  const uint8_t *passphrase, size_t passphrase_size,
                                                                  const uint8_t *key_file, size_t key_file_size,
                                                                  const uint8_t *roles, size_t roles_size);

/* Takes a person out and exchanges every key of the desk, so that what that person had opens nothing in the file any more.
 * It takes every role. The others stay, with their passphrases, and so do shares for recovery. The desk's card changes:
 * give the new one to points and, for tincay_desk_know, to the desks that referrals come from and go to; what was sealed
 * to the old card is still opened. The desk's signing key does not change. This takes as long as it takes to write the
 * ledger and the keys of all reports anew.
 * Fails   NO_KEY; NOT_FOUND; INVALID_INPUT for whoever unlocked the desk: nobody takes out oneself. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_remove_person(tincay_desk *desk, const char *person);

/* Sets another passphrase, and another key file or none, for the person who unlocked the desk. What the old one opened is
 * off the disk when this returns; where the disk did not allow that, with the next change, or when the desk is closed.
 * Fails   WRONG_KEY, LATER as tincay_desk_open; LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_change_passphrase(
    tincay_desk *desk, const uint8_t *passphrase, size_t passphrase_size, const uint8_t *key_file, size_t key_file_size,
    const uint8_t *new_passphrase, size_t new_passphrase_size, const uint8_t *new_key_file, size_t new_key_file_size);

/* Locks a desk: its keys and all that was opened are wiped, the handle stays, and so does the hold on the file. Every call
 * but tincay_desk_unlock, tincay_desk_lock and tincay_desk_close is TINCAY_E_LOCKED then. Locking twice is fine. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_lock(tincay_desk *desk);

/* Unlocks a locked desk for the person who had it; entered in the ledger like every unlocking.
 * Fails   as tincay_desk_open_with. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_unlock(tincay_desk *desk, const uint8_t *passphrase,
                                                              size_t passphrase_size, const uint8_t *key_file,
                                                              size_t key_file_size);

/* Locks the desk when no call has used it for `idle_seconds` of the machine's running time; to be called now and then, such
 * as each minute. Every other call looks first, too, so that a forgotten desk answers nobody.
 * Fails   LOCKED when the desk is locked now. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_tick(tincay_desk *desk);

/* Makes shares on paper, some of which let somebody in who has lost the passphrase. Earlier ones no longer do. It takes
 * every role. There is no other way back: print them, give them to people who trust each other only so far, keep none.
 * Inputs  setup, a JSON object {shares, needed}: 2 to 16, and 2 to as many.
 * Gives   {set, needed, shares: [text]}: set is a number that stands in each share; a text is 17 groups of five letters and
 *         digits, in which a mistyped or exchanged one is found.
 * Fails   NO_KEY, INVALID_JSON, INVALID_INPUT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_make_recovery(tincay_desk *desk, const uint8_t *setup,
                                                                     size_t setup_size, tincay_bytes *out_shares);

/* Tries shares, as a drill: whether they would let somebody in is entered in the ledger, and nothing is opened.
 * Inputs  shares, a JSON array of 1 to 16 texts, in any case and with any spaces and hyphens.
 * Gives   with OK, INVALID_INPUT and WRONG_KEY {fits, needed, shares: [{place, fault, group}]}: fault is "length", "group"
 *         with the number of the group that was mistyped, "share" for what is none, "set" for one of another set, or null.
 * Fails   INVALID_INPUT when one was mistyped; WRONG_KEY when they are too few or do not belong together; NOT_FOUND when
 *         none were made. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_try_recovery(tincay_desk *desk, const uint8_t *shares,
                                                                    size_t shares_size, tincay_bytes *out_result);

/* Lets a person in with shares: back in or anew, with a new passphrase and every role. It is entered in the ledger. The
 * shares still work then; whoever has seen them does too, so make new ones.
 * Inputs  shares as in tincay_desk_try_recovery; the rest as in tincay_desk_add_person.
 * Fails   INVALID_INPUT when a share was mistyped; WRONG_KEY when they are too few or not of this desk's last set; NOT_FOUND
 *         when none were made, or there is no file; TAMPERED, BUSY, LIMIT and the like as tincay_desk_open. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_recover(const char *path, const uint8_t *shares,
                                                               size_t shares_size, const char *person,
                                                               const uint8_t *passphrase, size_t passphrase_size,
                                                               const uint8_t *key_file, size_t key_file_size);

/* Gives the desk's card: its name and public keys, signed by itself. It is no secret, but who hands it over matters.
 * Gives   a JSON object to put into a box's setup as it is. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_card(tincay_desk *desk, tincay_bytes *out_card);

/* Keeps a form, so that reports made with it are checked and triaged again when they are collected. Idempotent.
 * Fails   INVALID_INPUT for a form that was opened with schemas beside it: only a form that is whole is kept, so put
 *         them into its $defs. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_keep(tincay_desk *desk, tincay_form *form);

/* Signs a notice: as one of the desks of an authority, for points and desks that have pinned it. The signing is entered in
 * the ledger.
 * Inputs  notice, at most 8 MiB: one that others have signed, or the JSON of one that nobody has:
 *           {tincay: "directory", version: 1, number, issued, desks: [as in the setup of a box], hotlines: [{number,
 *           label or x-tincay-i18n, destination, source, valid_from, valid_until}], revoked: {points: [{point,
 *           after_sequence}], desks: [their numbers]}}, or
 *           {tincay: "pack", version: 1, name, number, issued, form: {..}, packs: [as tincay_form_open_with takes them],
 *           languages: [{form, hash, language, texts}]}; issued is a day such as "2026-11-27". See Documentation/FORMS.md
 * Gives   the notice with this desk's signature.
 * Fails   FORMAT, INVALID_JSON; INVALID_INPUT for what makes no sense, such as a form that cannot be used or words that do
 *         not fit the form beside them; TAMPERED for a card or a signature that does not hold; LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_sign(tincay_desk *desk, const uint8_t *notice,
                                                            size_t notice_size, tincay_bytes *out_notice);

/* Takes in a notice of the authority that was pinned when the desk was created, keeps the form that it brings, refuses the
 * bundles of points that it revokes, and carries it on in receipts. The one that is in force again changes nothing.
 * Fails   as tincay_box_news. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_post(tincay_desk *desk, const uint8_t *notice,
                                                            size_t notice_size);

/* Takes in a bundle, or a receipt of another desk: each report that is for this desk is rechecked, triaged and filed, all in one transaction.
 * Bundles may come in any order. Collecting the same bundle again changes nothing and gives a receipt again. A damaged
 * item is set aside, entered in the ledger and left uncovered; it never holds up the others. A report whose form the
 * desk does not have, or of which sections are closed to it, is filed as the point triaged it.
 * Gives   the receipt to carry back; empty for a receipt that leaves nothing to say.
 * Fails   NO_KEY, FORMAT, WRONG_KEY (not for this desk), TAMPERED, LIMIT (more than 64 MiB), REVOKED (a directory says that the
 *         point is no longer to be believed; nothing is filed). */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_collect(tincay_desk *desk, const uint8_t *bundle,
                                                               size_t bundle_size, tincay_bytes *out_receipt);

/* Files a counsellor's own report.
 * Gives   the result of tincay_form_check with the new report's `id` added, and with INVALID_REPORT without it. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_file(tincay_desk *desk, tincay_form *form,
                                                            const uint8_t *answers, size_t answers_size,
                                                            const char *language, tincay_bytes *out_result);

/* Files many reports at once, such as those of an older system: each that the form accepts, all of them in one change of the
 * file, and the others not. What is wrong with one never holds up the others.
 * Inputs  reports at most 64 MiB and 10,000 lines: JSON, one report a line; empty lines are passed over.
 * Gives   a line of JSON for each report: {line, ..} with the number of its line, counted from 1, and what tincay_desk_file
 *         says of it: `id` when it was filed, and `findings` when it was not accepted. A line that cannot be read is
 *         {line, accepted: false, error}, and error is "json" or "limit".
 * Fails   LIMIT, and then nothing was filed. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_file_many(tincay_desk *desk, tincay_form *form,
                                                                 const uint8_t *reports, size_t reports_size,
                                                                 const char *language, tincay_bytes *out_results);

/* Lists cases, the most urgent first and then those due soonest.
 * Inputs  query, which may be NULL for all, a JSON object of filters, all of which have to be met:
 *           urgency    [..] of "U0" to "U5", null for none
 *           status     [..], as in tincay_desk_record
 *           check      [..] of "accepted", "refused", "partial", "unfinished", "unknown_form"
 *           profile, point, form, assigned, rules   a name or [..], null in it for none; a point by its name
 *           overdue, unfinished, doubtful           true or false; doubtful: the clock that told when
 *           received, due   {from, to}: days such as "2026-11-27" in Viet Nam, both included; one is enough
 *           facets     {name: [values], ..}, null for none
 *           not        {any of these}: cases that meet one of them are left out
 *         and of
 *           order      "urgency" | "due" | "received" | "changed" (what was worked on last comes first)
 *           reverse    true for the other way round
 *           limit      1 to 1000 (default 100)
 *           after      the id to go on behind
 * Gives   {total, cases: [{id, urgency, due, overdue, received, unfinished, form, version, profile, point, point_id,
 *         status, assigned, notes, rules, facets, origin, referrals: {open, overdue}}], next}: next is the id to pass as
 *         after, or null. unfinished is true when whoever told it was cut off or walked away. point_id is the point's
 *         number, by which a directory can revoke it. facets are the coded answers that the form marks for lists and
 *         counts, and age_band of forms that have bands. origin is "point", "desk" or "referral"; referrals are how many
 *         that went out are open, and how many of them are to have been answered.
 * Fails   INVALID_JSON; INVALID_INPUT, also for a member that is not named here; NOT_FOUND for an `after` that is no
 *         case. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_list(tincay_desk *desk, const uint8_t *query, size_t query_size,
                                                            tincay_bytes *out_list);

/* Finds cases by words in what the person may read of them: the sections of the reports and what people wrote. Marks do not
 * count unless they are asked for, nor does where a tone stands or whether letters are capitals; names of questions are no
 * words. That there is a search is entered in the ledger before the first report's key is used: how many reports were
 * searched and how many opened, not the words.
 * Inputs  query, a JSON object: text, at most 1,000 bytes and 32 words, all of which have to be there, "between quotation
 *         marks" one behind the other, with * behind the beginning of one; exact, true when marks count; sections [..] of
 *         the names in tincay_desk_read, "notes" also being what people wrote; snippet, true to be given a few words
 *         around a match; and the filters, order, reverse, limit and after of tincay_desk_list. The pages that
 *         follow the first are of the same search.
 * Gives   {total, opened, unreadable, cases: [{as in tincay_desk_list, found: [section or "history", ..], snippet}],
 *         next}. Reports whose word filter says that they cannot have the words are not opened. unreadable are those
 *         of the others that are damaged, or that tincay_desk_read would answer with OUTDATED_EXPIRED.
 * Fails   NO_KEY for who may not read reports; INVALID_JSON, INVALID_INPUT; NOT_FOUND for an `after` that is no case. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_find(tincay_desk *desk, const uint8_t *query, size_t query_size,
                                                            tincay_bytes *out_list);

/* Finds a person's data over all reports, for the person who asks for them: by name, however it is written, and by
 * telephone number. The search is entered with its reason before the first report is opened, and each report of which
 * something is given gets an entry before it is.
 * Inputs  query, a JSON object: name, phone, or both, of which one is enough; reason, 1 to 500 characters; sections, true to
 *         be given the whole sections too; and the filters of tincay_desk_list. Reports that tincay_desk_read would answer
 *         with OUTDATED_EXPIRED are not opened.
 * Gives   {total, opened, reports: [{as in tincay_desk_list, fields: [{section, pointer, value}], sections}]}
 * Fails   NO_KEY for who may not read reports; INVALID_JSON, INVALID_INPUT; LIMIT for more than 1,000 reports. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_subject(tincay_desk *desk, const uint8_t *query,
                                                               size_t query_size, tincay_bytes *out_data);

/* Tells what a breach may have exposed, for the notice that the law asks for: whose data, which kinds, how many. Nothing is
 * opened for it; that it was asked is entered.
 * Inputs  query, which may be NULL for a stolen file, a JSON object: opened {from, to} and person, a name or [..]: only the
 *         reports that these people opened in that time; limit of ids, 0 to 100,000 (default 1,000); and the
 *         filters of tincay_desk_list.
 * Gives   {reports, from, to, forms: [{form, version, reports, sections}], searches, opened_by_searches, ids}: sections are
 *         those that reports of the form may have, or null when the form is not kept here.
 * Fails   INVALID_JSON, INVALID_INPUT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_breach(tincay_desk *desk, const uint8_t *query,
                                                              size_t query_size, tincay_bytes *out_review);

/* Gives what was done about a case, when and by whom, without opening the report: no words that anybody wrote.
 * Inputs  report_id, 32 hexadecimal digits.
 * Gives   {id, history: [{number, time, person, type, ..}]}, the first entry first.
 * Fails   NOT_FOUND, also for a shredded report; TAMPERED. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_timeline(tincay_desk *desk, const char *report_id,
                                                                tincay_bytes *out_timeline);

/* Lists the entries of the ledger for those who look after it: who did what, when and to which report.
 * Inputs  query, which may be NULL for all, a JSON object: person, type, each a name or [..]; time {from, to}, days in
 *         Viet Nam; report, its id, also of a shredded one; order "newest" | "oldest"; limit 1 to 1000 (default 100);
 *         after, the number to go on behind.
 * Gives   {total, entries: [{number, time, person, type, report, ..}], next}: next is the number to pass as after, or
 *         null.
 * Fails   INVALID_JSON; INVALID_INPUT, also for a type that there is not; NOT_FOUND for a report that is not here. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_log(tincay_desk *desk, const uint8_t *query, size_t query_size,
                                                           tincay_bytes *out_log);

/* Opens one report. That it is being read is entered in the ledger before its key is used.
 * Inputs  report_id, 32 hexadecimal digits.
 * Gives   {id, head: {as in a list}, result: {what triage said}, sections: {facts: {..}, identity: {..}, ..},
 *         closed: [{section, need, have, reason}], work: {verification, outcome, proposal: {number, urgency, person} or
 *         null, steps, needs, services, links, holds}, attachments: [{id, name, type, size, section, time, person,
 *         hash}], history: [{number, time, person, type, ..}]}. reason is "shares"
 *         for a section that opens once this desk has `need` shares of its key (tincay_desk_share), "desk" for one that
 *         is not for this desk, and "person" for one to which the person who unlocked it was given no key. proposal is a
 *         lower urgency that waits for a second person; holds are those that keep the case now. And referral, the cover
 *         under which the report came here ({desk, name, sent, terms, state, withdrawal}) or null, and referrals, those
 *         of it that went out, as in tincay_desk_referrals.
 * Fails   NO_KEY when the person was given no key to reports; NOT_FOUND, also for a shredded report; OUTDATED_EXPIRED for
 *         a report that was referred here until a day that has passed, and that nobody took on; TAMPERED. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_read(tincay_desk *desk, const char *report_id,
                                                            tincay_bytes *out_report);

/* Gives this desk's shares of a report to another desk, so that sections that nobody opens alone can be opened there.
 * That they are given is entered in the ledger before they are unsealed.
 * Inputs  report_id, 32 hexadecimal digits; card, at most 64 KiB: the other desk's, as tincay_desk_card gives it. Whose
 *         card it is decides who reads.
 * Gives   opaque bytes, always as many, to carry to that desk; nobody else can use them.
 * Fails   NOT_FOUND for a report that is not here or of which this desk was given no share; INVALID_JSON; INVALID_INPUT,
 *         also for this desk's own card; TAMPERED for a card that its desk did not sign; OUTDATED_EXPIRED as
 *         tincay_desk_read. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_share(tincay_desk *desk, const char *report_id,
                                                             const uint8_t *card, size_t card_size,
                                                             tincay_bytes *out_share);

/* Takes in the shares of a report that another desk gave, and keeps them with the report's keys; that is entered in the
 * ledger. Once there are enough, tincay_desk_read opens the section. Idempotent.
 * Fails   FORMAT, FORMAT_TOO_NEW; WRONG_KEY when they are for another desk; NOT_FOUND for a report that is not here, or
 *         was shredded; TAMPERED when the seal or the signature does not hold, when they belong to another content of
 *         the report, or when enough are there and do not fit together. Nobody can tell which of them is wrong then, so
 *         all that others gave of the section are forgotten: ask for them again. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_combine(tincay_desk *desk, const uint8_t *share,
                                                               size_t share_size);

/* Enters what was done about a case. Codes are those of Forms/lists; what is said in words only they read who may open the
 * report.
 * Inputs  event, a JSON object of at most 64 KiB, in which `reason` may be left out where it stands in brackets:
 *           {type: "note", text}
 *           {type: "status", status, outcome, [reason]}: status is one of OPEN, ASSESSING, PLAN_APPROVED, IN_SUPPORT,
 *             REVIEW, CLOSED, REOPENED, TRANSFERRED, and reached only from where the list case-status says; outcome is
 *             given with CLOSED and only there
 *           {type: "assigned", person}
 *           {type: "step", step: "1" to "10" or "5b", form: "M01" to "M07" when one was filled in, needed, [reason]}: with
 *             needed false, and a reason, the step was found not to be needed
 *           {type: "need", need, state: "OPEN" | "MET" | "DROPPED", [reason]}
 *           {type: "service", service, item: 1 to 99 when there are several of one, need, status, outcome, [reason]}
 *           {type: "verification", result, [reason]}
 *           {type: "urgency", urgency, reason}: more urgent at once; less urgent is a proposal until another person
 *             enters {type: "urgency", confirm: the number of its entry}; anybody may {withdraw} it
 *           {type: "link", with: id, kind: "SAME_CHILD" | "SIBLING" | "SAME_ACCUSED" | "SAME_EVENT" | "OTH", [reason]},
 *           {type: "unlink", with}, {type: "duplicate_of", of: id, [reason]}, which makes the status DUPLICATE; both
 *             cases have it in their history
 *           {type: "hold", until: a day, reason}, kept for a week unless another person enters {type: "hold", confirm:
 *             the number of its entry}; {type: "lift", hold: the number, reason}, once another person enters {type:
 *             "lift", confirm: the number}. A hold that waits is taken back by who placed it with {type: "hold",
 *             withdraw}, a lift by anybody with {type: "lift", withdraw}
 * Fails   NO_KEY when words are to be entered and the person was given no key to reports; NOT_FOUND, also for a proposal
 *         that is no longer open and a hold that is over; INVALID_JSON; INVALID_INPUT; INVALID_INPUT_PERSON for who
 *         confirms what he proposed himself; INVALID_INPUT_STATE for what this case cannot do now; LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_record(tincay_desk *desk, const char *report_id,
                                                              const uint8_t *event, size_t event_size);

/* Lists the steps of the procedure that are due or overdue, the soonest first, counted from when the report was received,
 * at the latest from when it was filed;
 * and what waits for a second person. Cases that are closed, transferred or duplicates have none.
 * Inputs  query, which may be NULL for all, a JSON object: step [..], person (null for cases of nobody), report, urgency
 *         [..], overdue (true for only those), within_hours, limit 1 to 1000 (default 100), after (the next of the page
 *         before).
 * Gives   {total, overdue, steps: [{id, step, due, overdue, urgency, assigned, statutory_max, local_max, working_days,
 *         source, verified, calendar, ..}], proposals: [{id, proposal, urgency, proposed, person, time}], next}. Days are
 *         counted as in the deadlines of a form; verified is true where somebody has read the source.
 * Fails   INVALID_JSON, INVALID_INPUT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_due(tincay_desk *desk, const uint8_t *query, size_t query_size,
                                                           tincay_bytes *out_due);

/* Decides on the desk's own deadlines, periods, codes and calendar, in the place of what it decided before; entered in the
 * ledger.
 * Inputs  rules, a JSON object of at most 256 KiB: deadlines [{step, local_max, source, statutory_max, working_days,
 *         urgency, verified, valid_from, valid_to}], retention [{class, when: {status, outcome, urgency}, period, source,
 *         verified, valid_from, valid_to}] in place of all others, purposes and legal_bases [{codes, source, vi, en,
 *         verified, valid_from, valid_to}] for referrals, beside those that the library knows, calendar {as
 *         x-tincay-calendar}.
 * Fails   NO_KEY for a person who may not let people in; INVALID_JSON; INVALID_INPUT, above all for a deadline that is
 *         longer than the law's. Only a statutory_max with verified true may be longer than the one that the library
 *         knows. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_decide(tincay_desk *desk, const uint8_t *rules,
                                                              size_t rules_size);

/* Gives the rules of work.
 * Gives   {standard: {steps, retention, referral: {purposes, legal_bases}, exports, alike}, decided: {as in
 *         tincay_desk_decide} or null}. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_rules(tincay_desk *desk, tincay_bytes *out_rules);

/* Fills in an official form from a report. That it is filled in is entered in the ledger before the report is opened.
 * Inputs  report_id, 32 hexadecimal digits; what, "M01" for Mẫu số 01 of NĐ 56/2017/NĐ-CP, the only one yet.
 * Gives   {form, vi, en, source, verified, confidence, report, exported, person, answers_of, mapped_for, closed, rows:
 *         [{field, part, vi, en, value, label: {vi, en}, withheld}]}: value is null for what nobody told, and withheld is
 *         true for an informant who stays unnamed. closed names the sections that do not open here, mapped_for the form
 *         whose questions the lines are taken from. Nothing is guessed.
 * Fails   as tincay_desk_read; INVALID_INPUT for a form that is not known. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_export(tincay_desk *desk, const char *report_id,
                                                              const char *what, tincay_bytes *out_form);

/* Looks for cases that may be about the same child or the same person of concern, or come from the same telephone. It opens
 * all reports, which is entered in the ledger before the first key is used. Nothing is ever joined by itself.
 * Inputs  report_id, 32 hexadecimal digits. At most 50,000 cases are looked at, the newest first.
 * Gives   {compared, unreadable, left_off, similar: [{id, score, reasons: [..], received, status, linked}]}, at most 50,
 *         the likeliest first. unreadable are damaged reports, and those that tincay_desk_read would answer with
 *         OUTDATED_EXPIRED. reasons are codes: PERSONAL_NUMBER, CHILD_NAME, CHILD_NAME_FOLDED (without marks),
 *         CHILD_GIVEN_NAME, CHILD_MIDDLE_NAME, CHILD_FAMILY_NAME (not a common one), PHONE, BIRTH_DATE, BIRTH_YEAR, AGE,
 *         COMMUNE, COMMUNE_MERGED (the same since communes were joined, when the desk has a pack of units), ACCUSED,
 *         RELATION, PLACE, and against it SEX_DIFFERS, AGE_DIFFERS.
 * Fails   as tincay_desk_read. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_similar(tincay_desk *desk, const char *report_id,
                                                               tincay_bytes *out_similar);

/* Lists the cases that have been kept as long as their class says, the longest due first. Nothing is destroyed by itself:
 * shred them one by one. A period runs from when the case was closed, transferred or found to be a duplicate, and once
 * more from what was done about it first since.
 * Inputs  query, which may be NULL, a JSON object: class [..], report, held (true or false), all (true for those that are
 *         not due too), limit 1 to 1000 (default 100), after (the next of the page before).
 * Gives   {total, cases: [{id, status, outcome, ended, extended, class, period, source, verified, due, is_due, hold: {hold,
 *         until, person, confirmed, lifting} or null}], next}.
 * Fails   INVALID_JSON, INVALID_INPUT; NOT_FOUND for an `after` that is not in the list. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_retention(tincay_desk *desk, const uint8_t *query,
                                                                 size_t query_size, tincay_bytes *out_cases);

/* Gives the certificate of a report that was shredded.
 * Gives   {tincay: "certificate", version: 1, desk, report, number, time, person, filed, body, class, due, reason,
 *         signature}: number is the entry's, filed the one that filed the report, body the hash of what was destroyed. The
 *         desk has signed "tincay certificate 1" and all of it but the member signature and the comma before it.
 * Fails   NOT_FOUND for a report that was not shredded. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_certificate(tincay_desk *desk, const char *report_id,
                                                                   tincay_bytes *out_certificate);

/* Counts cases for work at this desk. The figures are exact: they are not protected for publication.
 * Inputs  query, a JSON object: by, 1 to 3 of "urgency", "status", "check", "profile", "point", "form", "assigned",
 *         "rules", "overdue", "unfinished", "doubtful", of "day", "week" (ISO 8601), "month", "quarter", "year" in which
 *         the report was told, in Viet Nam, or the name of a facet; and the filters of tincay_desk_list.
 * Gives   {by, total, rows: [{<by>: value, .., count}]}; a case with several values of a facet, or several rules, counts
 *         once in each.
 * Fails   INVALID_JSON, INVALID_INPUT, LIMIT (more than 100,000 rows). */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_count(tincay_desk *desk, const uint8_t *query, size_t query_size,
                                                             tincay_bytes *out_table);

/* Makes a table for publication, protected so that nobody can be recognised, and enters it in the ledger as it is given out.
 * Asking for the same table again gives the same one, whatever has come since. Documentation/STATISTICS.md has the rules.
 * Inputs  query, at most 1 MiB, a JSON object:
 *           shape      "total", "form", "sex", "age", "concern", "urgency", "outcome", "timeliness", "place", "status",
 *                      "sex_age", "concern_sex", "concern_urgency", "urgency_timeliness", and for a year "concern_age",
 *                      "concern_place", "concern_outcome", "concern_sex_age"; or instead of it
 *           indicator  "0101" of Thong tu 13/2021/TT-BLDTBXH: children abused, by form with sex, and for a year with age
 *                      and place
 *           period     {year} or {year, quarter}
 *           unit       {level: "desk"} for everything; {level: "province", code, version, communes: [at least 10 codes],
 *                      unknown: whether cases without a commune count}; {level: "commune", code} or with communes: all
 *                      its codes; with children, how many live there. A commune gets a yearly total and nothing else,
 *                      and a desk totals, unless children is at least 20,000
 *           lag        days that the period has to be over, at least and by default 90
 *           csv        whether the table is wanted as RFC 4180 text too
 * Gives   {release, time, hash, shape, period, unit, base, by, cells: [{<by>: code or "ALL", value}], csv}: values are
 *         rounded to multiples of base, each by itself; a null with reason "protected" is not told. With an indicator
 *         {indicator, source, verified, counts, tables: [as above, or {shape, refused}]}.
 * Fails   DISCLOSES with its details, INVALID_JSON, INVALID_INPUT, LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_release(tincay_desk *desk, const uint8_t *query,
                                                               size_t query_size, tincay_bytes *out_table);

/* Lists the tables that were published, the oldest first.
 * Gives   {releases: [{release, time, hash, shape, period, unit, person, told, protected}]}. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_releases(tincay_desk *desk, tincay_bytes *out_list);

/* Verifies the ledger from its first entry to its end, and against what points have seen of it.
 * Gives   with OK and with TAMPERED {ok, entries, head: {number, hash, signature}, bad, people, rolled_back, witnessed,
 *         others}:
 *           bad          the number of the first entry that does not hold, or null: also of one that filed a report or
 *                        kept a form which does not open any more
 *           people       [{person, number, fault}]: rows of people that are "missing", "changed" or "unknown", with the
 *                        entry that told of them last
 *           witnessed    [{point, number, ok}]: where points have seen this ledger end, as this desk had signed it, and
 *                        whether it did
 *           rolled_back  whether it did not once: the file, or a copy, was put back to an earlier day. The ledger has it
 *                        as an entry too
 *           others       [{desk, point, number, time, hash, signature}]: the furthest end that each point has seen of
 *                        the ledgers of its other desks, for their auditors
 *           attachments  {count, missing, altered}: how many files are kept, and which of them are not there or not of
 *                        their size, as [{id, report}]; tincay_desk_verify_attachments reads them too */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_verify(tincay_desk *desk, tincay_bytes *out_result);

/* Destroys a report's key, so that nobody can read the report, its head or its notes again; the ledger keeps that it was,
 * as tincay_desk_certificate gives it.
 * Inputs  reason, 1 to 1,000 bytes of UTF-8, entered in the ledger.
 * Fails   NOT_FOUND, LIMIT; HELD while the case has to be kept. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_shred(tincay_desk *desk, const char *report_id,
                                                             const uint8_t *reason, size_t reason_size);

/* Locks and closes a desk; its keys are wiped. What was still open of its files is closed with it, and an upload is let go:
 * every call with those handles but closing them is MISUSE. */
TINCAY_API tincay_status tincay_desk_close(tincay_desk *desk);

/* ---------------------------------------------------------------------------------------------- referral */

/* Sections of a report that one desk gives another. The new report, for the addressee alone, has keys of its own: from
 * them nobody derives those of the sections that were not chosen, nor of the report at the desk that refers. What travels
 * is a bundle like a box's, and tincay_desk_collect takes it in, whatever it is: a report that is referred, an answer, a
 * referral that is taken back, or a receipt. Carry what collecting gives back to where the stick came from, unless it is
 * empty; whatever was not acknowledged goes along again, so that nothing is lost for good with a stick. */

/* Accepts another desk's card, so that reports that it refers are taken in; so are those of the desks of the directory
 * that was posted (tincay_desk_post). That is entered in the ledger. Idempotent. A desk is written to with the card that
 * people gave last, or that the directory gives; a card that comes along with a referral changes neither, because who
 * has left a desk can still sign one.
 * Inputs  card, at most 64 KiB, as tincay_desk_card gives it. Whose card it is decides who may send.
 * Fails   NO_KEY for a person who neither opens reports nor lets people in; INVALID_JSON; INVALID_INPUT, also for this
 *         desk's own card; TAMPERED for a card that its desk did not sign; REVOKED when the authority has revoked the desk. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_know(tincay_desk *desk, const uint8_t *card, size_t card_size);

/* Refers sections of a report to another desk. That they are given, to whom, what for and by what right is entered in the
 * ledger before a key is used. The same request again, while the referral is open, gives the same referral again.
 * Inputs  report_id, 32 hexadecimal digits; referral, a JSON object of at most 64 KiB:
 *           to               the addressee's card
 *           sections         1 to 6 of "facts", "identity", "contact", "accused", "place", "notes", all told and open here
 *           purpose          1 to 8 codes of the list of services, or that the desk decided on: ["SVC-PSY"]
 *           legal_basis      1 to 8 codes of the list of legal bases, likewise: ["CHILDREN_LAW_51"]; tincay_desk_rules
 *                            gives both with their sources, and from when until when they are in force
 *           consent          {by, when: a day, how}; needed with the basis "CONSENT"
 *           override_reason  why without; one of the two is needed
 *           expires          the last day on which the addressee may take it on
 *           answer_by        the day by which an answer is due; `expires` without it
 *           note             for the addressee; may be left out
 * Gives   {id, again}: the referral's id, which is the report's at the addressee, and whether it was there already; and
 *         the bundle to carry.
 * Fails   NOT_FOUND for a report that is not here, and for sections that were not told or are closed here: then the ledger
 *         keeps the referral as cancelled; NO_KEY for sections that the person may not open; INVALID_JSON; INVALID_INPUT,
 *         also for this desk's own card and for a day that has passed; INVALID_INPUT_CODE for a purpose or a legal basis
 *         that is on no list in force today; TAMPERED for a card that its desk did not sign; REVOKED; OUTDATED_EXPIRED
 *         as tincay_desk_read. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_refer(tincay_desk *desk, const char *report_id,
                                                             const uint8_t *referral, size_t referral_size,
                                                             tincay_bytes *out_result, tincay_bytes *out_bundle);

/* Seals an open referral once more, to replace a bundle that was lost; both may arrive.
 * Inputs  referral_id, 32 hexadecimal digits.
 * Fails   NO_KEY; NOT_FOUND; OUTDATED for one that came to an end, was taken back, or whose day has passed; REVOKED. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_resend(tincay_desk *desk, const char *referral_id,
                                                              tincay_bytes *out_bundle);

/* Answers the referral by which a report came here. The answer is signed and sealed to the desk that refers.
 * Inputs  report_id, 32 hexadecimal digits; answer, a JSON object of at most 64 KiB:
 *           state    "ACCEPTED", "DECLINED_PROVIDER", "DECLINED_CHILD", "IN_PROGRESS", "DONE", "NOT_AVAILABLE", "RETURNED"
 *           outcome  a code of what came of it, at most 40 capitals, digits, - and _; may be left out
 *           note     at most 3,000 bytes; may be left out
 * Gives   the bundle to carry; the answer also goes along with the next receipt or bundle for that desk, until it is
 *         acknowledged.
 * Fails   NO_KEY; NOT_FOUND for a report that did not come by a referral; INVALID_JSON; INVALID_INPUT; LIMIT; REVOKED;
 *         OUTDATED_EXPIRED for accepting what expired. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_answer(tincay_desk *desk, const char *report_id,
                                                              const uint8_t *answer, size_t answer_size,
                                                              tincay_bytes *out_bundle);

/* Takes a referral back. The addressee's library destroys the keys of its report, unless it was taken on (ACCEPTED,
 * IN_PROGRESS, DONE) or is on hold there, and says which. What somebody has read nobody can make unread. Asked again, it
 * gives the notice again.
 * Inputs  referral_id, 32 hexadecimal digits; reason, 1 to 1,000 bytes of UTF-8, for both ledgers.
 * Gives   the bundle to carry.
 * Fails   NO_KEY; NOT_FOUND, also for a referral that never left; LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_withdraw(tincay_desk *desk, const char *referral_id,
                                                                const uint8_t *reason, size_t reason_size,
                                                                tincay_bytes *out_bundle);

/* Lists referrals, those out and those in, the oldest first.
 * Inputs  query, which may be NULL for all, a JSON object: direction "out" or "in", state [..], report (an id), desk (a
 *         number), overdue (whether an answer was due before today), limit 1 to 1000 (default 100), after (the id to go on
 *         behind).
 * Gives   {total, referrals: [{id, report, direction, desk, time, state, since, outcome, overdue, missing, unacknowledged,
 *         withdrawn, withdrawal, name, sections, purpose, legal_basis, consent, expires, answer_by}], next,
 *         desks: [{desk, name, trust}]}:
 *           state        as in tincay_desk_answer, or "SENT", "RECEIVED", "CANCELLED"; "EXPIRED" once its day has passed
 *                        with nobody having answered. The addressee's library opens it no more then
 *           missing      whether later messages of the other desk came than one that did not
 *           withdrawal   what the addressee did: "DESTROYED", "TAKEN_ON", "ON_HOLD", "NEVER_CAME", "GONE", or null
 *           trust        "accepted", "correspondent" (this desk sends to it), "stranger" (it sent something, which was set
 *                        aside), "revoked"
 *         The members from name on are missing once the report was shredded; report is null then.
 * Fails   INVALID_JSON, INVALID_INPUT; NOT_FOUND for an `after` that is no referral. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_referrals(tincay_desk *desk, const uint8_t *query,
                                                                 size_t query_size, tincay_bytes *out_list);
/* ---------------------------------------------------------------------------------------------- files */

/* A file that is being taken in, to be kept with a report. */
typedef struct tincay_upload tincay_upload;

/* A file that is kept with a report and is being read. */
typedef struct tincay_download tincay_download;

/* Begins to take in a file. It is sealed as it comes, piece by piece, into a file of its own in the folder `<desk>.files`
 * beside the desk's, and counts only once tincay_upload_end has entered it: whatever ends the process before leaves nothing.
 * Several may come in at once, and the desk goes on with everything else. Take the folder along when you move the desk.
 * Inputs  report_id, 32 hexadecimal digits; about, at most 64 KiB, a JSON object:
 *           name     what people call it, 1 to 255 characters; kept sealed, and never used as a file's name
 *           section  facts (the default), identity, contact, accused, place or notes
 *           type     the media type that it has to be; by default whatever the form takes
 * Fails   NOT_FOUND for no such report; NO_KEY when the person was given no key to the section; LIMIT when the report has
 *         as many files as its form takes; OUTDATED_EXPIRED as tincay_desk_read; INVALID_JSON, INVALID_INPUT,
 *         ACCESS, DISK_FULL, IO, TAMPERED. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_attach(tincay_desk *desk, const char *report_id,
                                                              const uint8_t *about, size_t about_size,
                                                              tincay_upload **out_upload);

/* Takes more of a file. What it is, its first bytes say; what its form does not take is refused as soon as they are there.
 * Pieces of 64 KiB or some more are quick. An upload that has failed can only be closed.
 * Inputs  bytes, at most 64 MiB at a time.
 * Fails   NOT_ACCEPTED for a kind that the form does not take, that is not known, or that is not the `type` it has to be;
 *         LIMIT for more bytes than the form takes; DISK_FULL, IO; MISUSE once the upload has ended or the desk is closed. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_upload_write(tincay_upload *upload, const uint8_t *bytes,
                                                               size_t bytes_size);

/* Ends a file, waits until it is on the disk, and enters it in the ledger: from here on it is kept with its report. Close
 * the upload all the same.
 * Gives   {id, size, type, hash}: its identifier, how many bytes were taken, the media type that it is, and the BLAKE2b hash
 *         (32 bytes) of the sealed file.
 * Fails   as tincay_upload_write; NOT_FOUND when the report was shredded meanwhile; LIMIT when others were quicker and it has
 *         as many files as its form takes; BUSY. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_upload_end(tincay_upload *upload, tincay_bytes *out_result);

/* Closes an upload; one that was not ended leaves nothing. */
TINCAY_API tincay_status tincay_upload_close(tincay_upload *upload);

/* Opens a file for reading, from its beginning. That it is being read is entered in the ledger before its key is used.
 * Inputs  report_id and attachment_id, 32 hexadecimal digits each; out_about may be NULL.
 * Gives   about: {id, name, type, size, section, time, person, hash}, as in tincay_desk_read, where name is null for a
 *         person who was given no key to the section. A name is what somebody typed:
 *         never open or write a file by it.
 * Fails   NO_KEY when the person was given no key to the section, and nothing is entered then; NOT_FOUND for no such report
 *         or file, and when the file is not in its folder any more; OUTDATED_EXPIRED as tincay_desk_read; TAMPERED when it
 *         was changed; ACCESS, DISK_FULL, IO. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_attachment(tincay_desk *desk, const char *report_id,
                                                                  const char *attachment_id,
                                                                  tincay_download **out_download,
                                                                  tincay_bytes *out_about);

/* Gives the next bytes of a file: as many as there is room for, fewer only at its end, and 0 behind it. Each byte was
 * authenticated before it is given, and OK at the end means that the file ended where it was sealed to end: use nothing of it
 * for good before. Buffers of 64 KiB and more are filled without a copy.
 * Inputs  buffer_size, 1 byte to 64 MiB.
 * Fails   TAMPERED, now and ever after, with zeros in the buffer; IO; MISUSE once the desk is closed. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_download_read(tincay_download *download, uint8_t *buffer,
                                                                size_t buffer_size, size_t *out_size);

/* Closes a download. */
TINCAY_API tincay_status tincay_download_close(tincay_download *download);

/* Destroys the key of one file, and removes the file; the report stays, and the ledger keeps that it was.
 * Inputs  reason, 1 to 1,000 bytes of UTF-8, which only those read who may open the report.
 * Fails   NOT_FOUND, LIMIT. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_detach(tincay_desk *desk, const char *report_id,
                                                              const char *attachment_id, const uint8_t *reason,
                                                              size_t reason_size);

/* Reads the files of a report, or of all reports, and compares them with what the ledger tells of them; opens none. The desk
 * does nothing else meanwhile.
 * Inputs  report_id, 32 hexadecimal digits; NULL for all.
 * Gives   with OK and with TAMPERED {ok, count, missing, altered}, as in tincay_desk_verify.
 * Fails   NOT_FOUND, IO. */
TINCAY_API TINCAY_MUST_CHECK tincay_status tincay_desk_verify_attachments(tincay_desk *desk, const char *report_id,
                                                                          tincay_bytes *out_result);

#ifdef __cplusplus
}
#endif

#endif /* TINCAY_H */
