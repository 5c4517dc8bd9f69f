#include "corpus.h"

#include "../measure.h"

const char NEEDLE[] = "ở quán nước bà Tư Hậu";

const char CORPUS_FORM[] =
    "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$id\": \"urn:example:storage\","
    " \"type\": \"object\", \"required\": [\"told\"], \"additionalProperties\": false, \"properties\": {"
    "  \"told\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 4000},"
    "  \"status\": {\"type\": \"string\", \"enum\": [\"S0\", \"S1\", \"S2\", \"S3\", \"S4\"], \"x-tincay-facet\": "
    "true},"
    "  \"commune\": {\"type\": \"string\", \"enum\": [%s], \"x-tincay-facet\": true},"
    "  \"age\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 120},"
    "  \"phone\": {\"type\": \"string\", \"maxLength\": 20, \"x-tincay-section\": \"contact\"},"
    "  \"created\": {\"type\": \"integer\"}}}";

static const char *const CLAUSES[] = {
    "Người báo tin cho biết trẻ hay bị la mắng vào buổi tối",
    "cô giáo chủ nhiệm thấy cháu lo lắng khi đến giờ về",
    "trẻ nghỉ học ba ngày liên tiếp không có lý do",
    "gia đình mới chuyển đến khu trọ từ đầu năm",
    "mẹ cháu đi làm xa, cháu ở với ông bà ngoại",
    "cán bộ xã đã đến thăm nhưng không gặp được gia đình",
    "người báo tin đề nghị giữ kín danh tính",
    "đường dây nóng đã hướng dẫn cách bảo đảm an toàn",
    "nhân viên công tác xã hội hẹn gặp cháu tại trường",
    "cần đánh giá lại mức độ nguy cơ trong hai mươi bốn giờ",
    "cháu vẽ tranh và kể lại với bạn cùng lớp",
    "gia đình đồng ý cho cháu tham gia buổi tư vấn",
    "hồ sơ được chuyển cho trung tâm công tác xã hội",
    "lịch thăm lại được đặt vào tuần sau",
};

static const char *const WORDS[] = {
    "anh",   "em",   "bé",    "chị",  "nhà",   "trường", "lớp",   "đường", "xóm",  "thôn", "bản",   "chợ",
    "ruộng", "vườn", "sân",   "cửa",  "phòng", "bếp",    "sáng",  "trưa",  "tối",  "đêm",  "hôm",   "nay",
    "mai",   "tuần", "tháng", "năm",  "ngày",  "giờ",    "mười",  "hai",   "ba",   "bốn",  "thấy",  "nghe",
    "biết",  "nói",  "kể",    "hỏi",  "gọi",   "buồn",   "lo",    "chạy",  "ngồi", "đứng", "ăn",    "ngủ",
    "học",   "chơi", "về",    "đi",   "đến",   "người",  "quen",  "họ",    "hàng", "bạn",  "thầy",  "cô",
    "mẹ",    "cha",  "ông",   "bà",   "chú",   "bác",    "cháu",  "nhỏ",   "áo",   "xanh", "đỏ",    "trắng",
    "không", "có",   "được",  "cần",  "muốn",  "sẽ",     "đang",  "nhiều", "mới",  "lâu",  "trong", "ngoài",
    "trên",  "dưới", "trước", "giữa", "cùng",  "với",    "nhưng", "vì",    "nên",  "nếu",  "khi",   "từ",
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The next of a row of numbers that look random: SplitMix64. */
static uint64_t next(uint64_t *state) {
    uint64_t number = *state += 0x9E3779B97F4A7C15u;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9u;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBu;
    return number ^ (number >> 31);
}

struct columns columns_of(long number) {
    uint64_t state = (uint64_t)number * 0x9E3779B97F4A7C15u + 12345, half[2] = {next(&state), next(&state)};
    struct columns columns;
    memcpy(columns.id, half, IDENTIFIER);
    columns.status = (int)(next(&state) % STATUSES);
    columns.commune = (int)(next(&state) % COMMUNES);
    columns.created = 1767225600 + (int64_t)number * 37;
    return columns;
}

/* Adds words without cutting one; gives the new end, which is the old one when there is no room. */
static size_t add(char *out, size_t end, size_t limit, const char *words) {
    size_t size = strlen(words);
    if (end + size > limit)
        return end;
    memcpy(out + end, words, size);
    return end + size;
}

void write_report(long number, char *out) {
    struct columns columns = columns_of(number);
    uint64_t state = (uint64_t)number * 0xD1B54A32D192ED03u + 777, choice;
    size_t limit = REPORT - 2, before;
    size_t end = (size_t)snprintf(out, REPORT,
                                  "{\"created\":%lld,\"status\":\"S%d\",\"commune\":\"%05d\",\"age\":%d,"
                                  "\"phone\":\"09%08llu\",\"told\":\"",
                                  (long long)columns.created, columns.status, 10000 + columns.commune,
                                  (int)(3 + next(&state) % 15), (unsigned long long)(next(&state) % 100000000u));
    if (number % NEEDLE_EVERY == NEEDLE_EVERY / 2) {
        end = add(out, end, limit, "Hẹn gặp ");
        end = add(out, end, limit, NEEDLE);
        end = add(out, end, limit, ". ");
    }
    do {
        before = end;
        choice = next(&state);
        if (choice % 8 == 0) {
            end = add(out, end, limit, CLAUSES[(choice >> 8) % COUNT(CLAUSES)]);
            end = add(out, end, limit, ". ");
        } else {
            end = add(out, end, limit, WORDS[(choice >> 8) % COUNT(WORDS)]);
            end = add(out, end, limit, " ");
        }
    } while (end > before);
    while (end < limit)
        out[end++] = '.';
    memcpy(out + end, "\"}", 2);
}

const char *corpus(long count) {
    static char *reports;
    static long made;
    if (made < count) {
        MUST((reports = realloc(reports, (size_t)count * REPORT + 1)));
        for (; made < count; made++)
            write_report(made, reports + made * REPORT);
    }
    return reports;
}

const uint8_t *file_block(long number) {
    static uint8_t block[MEBIBYTE];
    static int is_made;
    uint64_t state = 1;
    if (!is_made) {
        for (size_t i = 0; i < sizeof block; i += 8) {
            uint64_t word = next(&state);
            memcpy(block + i, &word, 8);
        }
        memcpy(block, "\xff\xd8\xff\xe0", 4);
        is_made = 1;
    }
    memcpy(block + 4, &number, sizeof number);
    return block;
}
