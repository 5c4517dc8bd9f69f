"""Writes the table of hostile calls that PointerTests.c includes, from the header.

Every function of the header gets a call for each pointer that is NULL, each size that is out of bounds, and each handle
that is stale, foreign or invented. A function or a parameter that is unknown here stops the build, so that a new one
cannot go untested.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

# What a parameter of a name gets when another one is at fault; `fixed` is set up by PointerTests.c.
VALID = {
    "json": "(const uint8_t *)SMALL_FORM",
    "json_size": "strlen(SMALL_FORM)",
    "pointer": '""',
    "resources": '(const uint8_t *)"{}"',
    "resources_size": "2",
    "form": "fixed.form",
    "box": "fixed.box",
    "desk": "fixed.desk",
    "draft": "fixed.draft",
    "upload": "fixed.upload",
    "download": "fixed.download",
    "value": "fixed.value",
    "value_size": "4",
    "flags": "0",
    "choice": "0",
    "desks": '(const uint8_t *)"[]"',
    "desks_size": "2",
    "answers": "(const uint8_t *)SMALL_ANSWERS",
    "answers_size": "strlen(SMALL_ANSWERS)",
    "profile": "NULL",
    "language": "NULL",
    "path": "fixed.path",
    "setup": "(const uint8_t *)QUICK_DESK",
    "setup_size": "strlen(QUICK_DESK)",
    "person": "PERSON",
    "passphrase": "(const uint8_t *)PASSPHRASE",
    "passphrase_size": "strlen(PASSPHRASE)",
    "new_passphrase": "(const uint8_t *)PASSPHRASE",
    "new_passphrase_size": "strlen(PASSPHRASE)",
    "key_file": "(const uint8_t *)SMALL_FORM",
    "key_file_size": "32",
    "new_key_file": "(const uint8_t *)SMALL_FORM",
    "new_key_file_size": "32",
    "roles": '(const uint8_t *)"[]"',
    "roles_size": "2",
    "shares": '(const uint8_t *)"[]"',
    "shares_size": "2",
    "bundle": "(const uint8_t *)SMALL_FORM",
    "bundle_size": "strlen(SMALL_FORM)",
    "first": "(const uint8_t *)SMALL_FORM",
    "first_size": "strlen(SMALL_FORM)",
    "second": "(const uint8_t *)SMALL_FORM",
    "second_size": "strlen(SMALL_FORM)",
    "receipt": "(const uint8_t *)SMALL_FORM",
    "receipt_size": "strlen(SMALL_FORM)",
    "options": '(const uint8_t *)"{}"',
    "options_size": "2",
    "notice": "(const uint8_t *)SMALL_FORM",
    "notice_size": "strlen(SMALL_FORM)",
    "id": '"urn:example:none"',
    "query": '(const uint8_t *)"{}"',
    "query_size": "2",
    "what": '"M01"',
    "rules": '(const uint8_t *)"{}"',
    "rules_size": "2",
    "event": '(const uint8_t *)"{}"',
    "event_size": "2",
    "report_id": '"00112233445566778899aabbccddeeff"',
    "card": '(const uint8_t *)"{}"',
    "card_size": "2",
    "referral": '(const uint8_t *)"{}"',
    "referral_size": "2",
    "referral_id": '"00112233445566778899aabbccddeeff"',
    "answer": '(const uint8_t *)"{}"',
    "answer_size": "2",
    "share": '(const uint8_t *)"{}"',
    "share_size": "2",
    "reports": "(const uint8_t *)SMALL_ANSWERS",
    "reports_size": "strlen(SMALL_ANSWERS)",
    "reason": '(const uint8_t *)"because"',
    "reason_size": "7",
    "about": '(const uint8_t *)"{}"',
    "about_size": "2",
    "bytes": '(const uint8_t *)"true"',
    "bytes_size": "4",
    "attachment_id": '"00112233445566778899aabbccddeeff"',
    "buffer": "fixed.value",
    "buffer_size": "4",
    "out_size": "&fixed.size",
}

# Memory that ends whoever looks at it, as each type of pointer to bytes.
UNREADABLE = {"const uint8_t *": "fixed.unreadable", "uint8_t *": "(uint8_t *)fixed.unreadable"}

# Every function with its parameters. Those marked ? take a NULL as a meaning of its own, those marked = answer OK.
FUNCTIONS = """
tincay_version
tincay_version_number
tincay_status_name status
tincay_status_text status
tincay_bytes_free bytes
tincay_json_pick json json_size pointer out_value
tincay_form_open json json_size out_form
tincay_form_open_with json json_size resources resources_size out_form
tincay_form_review json json_size resources resources_size out_review
tincay_form_check form answers answers_size language? out_result
tincay_form_state form answers answers_size profile? language? out_state
tincay_form_progress form answers answers_size profile? language? out_progress
tincay_form_close form=
tincay_box_create path setup setup_size
tincay_box_open path out_box
tincay_box_submit box form answers answers_size language? out_result
tincay_box_submit_with box form answers answers_size options options_size flags out_result
tincay_box_news box notice notice_size out_result
tincay_box_directory box language? out_directory
tincay_box_form box id out_form
tincay_box_tick box
tincay_box_pack box out_bundle
tincay_box_settle box receipt receipt_size out_result
tincay_box_status box out_status
tincay_box_close box=
tincay_draft_begin box form profile? language? out_draft
tincay_draft_answer draft pointer value? value_size flags out_progress
tincay_draft_back draft out_undone
tincay_draft_state draft out_state
tincay_draft_choose draft choice
tincay_draft_exclude draft desks desks_size
tincay_draft_submit draft out_result
tincay_draft_abandon draft choice out_result
tincay_draft_close draft=
tincay_bundle_split bundle bundle_size out_first out_second
tincay_bundle_join first first_size second second_size out_bundle
tincay_desk_create path person passphrase passphrase_size setup setup_size
tincay_desk_open path person passphrase passphrase_size out_desk
tincay_desk_open_with path person passphrase passphrase_size key_file key_file_size out_desk
tincay_desk_people desk out_people
tincay_desk_add_person desk person passphrase passphrase_size key_file key_file_size roles roles_size
tincay_desk_remove_person desk person
tincay_desk_change_passphrase desk passphrase passphrase_size key_file key_file_size new_passphrase \
new_passphrase_size new_key_file new_key_file_size
tincay_desk_lock desk
tincay_desk_unlock desk passphrase passphrase_size key_file key_file_size
tincay_desk_tick desk
tincay_desk_make_recovery desk setup setup_size out_shares
tincay_desk_try_recovery desk shares shares_size out_result
tincay_desk_recover path shares shares_size person passphrase passphrase_size key_file key_file_size
tincay_desk_card desk out_card
tincay_desk_keep desk form
tincay_desk_sign desk notice notice_size out_notice
tincay_desk_post desk notice notice_size
tincay_desk_collect desk bundle bundle_size out_receipt
tincay_desk_file desk form answers answers_size language? out_result
tincay_desk_file_many desk form reports reports_size language? out_results
tincay_desk_list desk query query_size out_list
tincay_desk_find desk query query_size out_list
tincay_desk_subject desk query query_size out_data
tincay_desk_breach desk query query_size out_review
tincay_form_access form out_matrix
tincay_desk_timeline desk report_id out_timeline
tincay_desk_log desk query query_size out_log
tincay_desk_read desk report_id out_report
tincay_desk_share desk report_id card card_size out_share
tincay_desk_combine desk share share_size
tincay_desk_record desk report_id event event_size
tincay_desk_count desk query query_size out_table
tincay_desk_due desk query query_size out_due
tincay_desk_decide desk rules rules_size
tincay_desk_rules desk out_rules
tincay_desk_export desk report_id what out_form
tincay_desk_similar desk report_id out_similar
tincay_desk_retention desk query query_size out_cases
tincay_desk_certificate desk report_id out_certificate
tincay_desk_release desk query query_size out_table
tincay_desk_releases desk out_list
tincay_desk_verify desk out_result
tincay_desk_shred desk report_id reason reason_size
tincay_desk_close desk=
tincay_desk_know desk card card_size
tincay_desk_refer desk report_id referral referral_size out_result out_bundle
tincay_desk_resend desk referral_id out_bundle
tincay_desk_answer desk report_id answer answer_size out_bundle
tincay_desk_withdraw desk referral_id reason reason_size out_bundle
tincay_desk_referrals desk query query_size out_list
tincay_desk_attach desk report_id about about_size out_upload
tincay_upload_write upload bytes bytes_size
tincay_upload_end upload out_result
tincay_upload_close upload=
tincay_desk_attachment desk report_id attachment_id out_download out_about?
tincay_download_read download buffer buffer_size out_size
tincay_download_close download=
tincay_desk_detach desk report_id attachment_id reason reason_size
tincay_desk_verify_attachments desk report_id? out_result
"""

# These have no status to answer with; BasicTests.c calls them.
WITHOUT_STATUS = {
    "tincay_version",
    "tincay_version_number",
    "tincay_status_name",
    "tincay_status_text",
    "tincay_bytes_free",
}


class Parameter(NamedTuple):
    """A parameter as the header declares it."""

    type: str
    name: str


def read_header(path: Path) -> dict[str, list[Parameter]]:
    """Reads every declared function."""
    code = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    functions = {}
    for name, inside in re.findall(r"\b(tincay_\w+)\(([^()]*)\);", code):
        parameters = []
        for text in re.sub(r"\s+", " ", inside).split(", "):
            if text != "void":
                match = re.fullmatch(r"(.*?[ *])(\w+)", text)
                assert match, text
                parameters.append(Parameter(match[1].strip(), match[2]))
        functions[name] = parameters
    return functions


def call(name: str, parameters: list[Parameter], expected: str, wrong: dict[str, str]) -> str:
    """Writes one call with wrong arguments, what it answers, and that its outputs are emptied."""
    before, after, arguments = [], [], []
    for parameter in parameters:
        if parameter.name in wrong or parameter.type == "uint8_t *":
            value = wrong.get(parameter.name) or VALID[parameter.name]
            arguments.append(f"(uint8_t *)(uintptr_t){value}" if parameter.type == "uint8_t *" else value)
        elif parameter.type == "tincay_bytes *":
            before.append(f"tincay_bytes {parameter.name} = rubbish();")
            after.append(f"CHECK(is_empty({parameter.name}));")
            arguments.append("&" + parameter.name)
        elif parameter.type.endswith("**"):
            before.append(f"{parameter.type[:-1]}{parameter.name} = ({parameter.type[:-1]})16;")
            after.append(f"CHECK({parameter.name} == NULL);")
            arguments.append("&" + parameter.name)
        else:
            arguments.append(VALID[parameter.name])
    text = f"ANSWERS({expected}, {name}({', '.join(arguments)}));"
    return "    { " + " ".join([*before, text, *after]) + " }"


def main() -> None:
    """Compares the header with the table, and writes the calls."""
    functions = read_header(Path(sys.argv[1]))
    table = {line.split()[0]: line.split()[1:] for line in FUNCTIONS.strip().splitlines()}
    if set(functions) != set(table):
        sys.exit(f"Tests/C/rows.py has no row for, or a row too many: {sorted(set(functions) ^ set(table))}")
    nulls, sizes, handles = [], [], []
    for name, parameters in functions.items():
        if [p.name for p in parameters] != [text.rstrip("?=") for text in table[name]]:
            sys.exit(f"Tests/C/rows.py knows other parameters of {name}: {table[name]}")
        if name in WITHOUT_STATUS:
            continue
        for parameter, mark in zip(parameters, table[name], strict=True):
            if "*" in parameter.type and not mark.endswith("?"):
                expected = "TINCAY_OK" if mark.endswith("=") else "TINCAY_E_MISUSE"
                nulls.append(call(name, parameters, expected, {parameter.name: "NULL"}))
            if parameter.type == "size_t":
                types = {other.name: other.type for other in parameters}
                pointer = parameter.name.removesuffix("_size")
                for size in ("SIZE_MAX", "SIZE_MAX / 2", "SIZE_MAX / 2 + 1", "((size_t)64 << 20) + 1"):
                    wrong = {pointer: UNREADABLE[types[pointer]], parameter.name: size}
                    sizes.append(call(name, parameters, "TINCAY_E_LIMIT", wrong))
            if re.fullmatch(r"tincay_(form|box|desk|draft|upload|download) \*", parameter.type):
                kind = parameter.type.removesuffix(" *")
                lines = call(name, parameters, "TINCAY_E_MISUSE", {parameter.name: f"({kind} *)fixed.bad[index]"})
                handles.append(
                    f"    for (index = 0; index < BAD; index++)\n        if (!IS_GOOD({kind}, index))\n    {lines}"
                )
    for title, lines in (("nulls", nulls), ("sizes", sizes), ("handles", handles)):
        print(f"static void call_with_{title}(void) {{")
        print("    size_t index = 0;\n    (void)index;")
        print("\n".join(lines))
        print("}\n")


if __name__ == "__main__":
    main()
