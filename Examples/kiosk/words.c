#include "words.h"

#include <string.h>

/* One sentence in the three wordings that the kiosk speaks. */
struct sentence {
    const char *adult;
    const char *child;
    const char *english;
};

static const struct sentence sentences[WORD_COUNT] = {
    [WORD_THANKS] = {"Cảm ơn đã báo tin.", "Cảm ơn em đã kể. Em không có lỗi gì cả.", "Thank you for telling."},
    [WORD_SEALED] =
        {"Phiếu đã được niêm kín. Máy này không mở lại được.",
         "Lời của em đã được cất kín. Máy này không mở lại được, chỉ người có trách nhiệm bảo vệ trẻ em mới "
         "đọc được.",
         "It is sealed. This machine cannot open it again; only the people in charge can."},
    [WORD_CALL] = {"Gọi ngay nếu có người đang gặp nguy hiểm:", "Nếu em cần giúp ngay, em có thể gọi:",
                   "Call now if anybody is in danger:"},
    [WORD_ACCEPTED] = {"Đã nhận phiếu.", "Đã nhận lời của em.", "Accepted."},
    [WORD_URGENCY] = {"Mức khẩn cấp: ", "Mức khẩn cấp: ", "Urgency: "},
    [WORD_NO_URGENCY] = {"chưa xếp mức", "chưa xếp mức", "not set by any rule"},
    [WORD_REASONS] = {"Vì sao:", "Vì sao:", "Why:"},
    [WORD_DUE] = {"Hạn đầu tiên: ", "Hạn đầu tiên: ", "Due first: "},
    [WORD_REVIEW] = {"Chưa nhận được, cần xem lại:", "Mình xem lại giúp vài chỗ này nhé:",
                     "Not accepted yet, please look again at:"},
    [WORD_HINT_ONLY] = {"Lưu ý:", "Lưu ý:", "Please note:"},
    [WORD_FAILED] = {"Máy chưa cất được phiếu này. Xin thử lại, hoặc báo trực tiếp cho cán bộ ở đây.",
                     "Máy chưa cất được lời của em. Đây không phải lỗi của em. Em có thể nói với cô chú ở đây, hoặc "
                     "gọi điện.",
                     "The machine could not keep this. It is not your fault. Please try again, or tell somebody here."},
    [WORD_UNVERIFIED] = {"chưa kiểm chứng", "chưa kiểm chứng", "not verified"},
    [WORD_HOW_TO] = {"Enter: bỏ qua   b: quay lại   q: thoát ngay, không giữ gì",
                     "Enter: bỏ qua   b: quay lại   q: thoát ngay, không giữ gì",
                     "Enter: skip   b: back   q: leave now, nothing is kept"},
    [WORD_HOW_TO_MANY] = {"(có thể chọn nhiều, cách nhau bằng dấu phẩy)",
                          "(em chọn nhiều cũng được, cách nhau bằng dấu phẩy)",
                          "(several are fine, with commas between)"},
    [WORD_YES] = {"Có", "Có", "Yes"},
    [WORD_NO] = {"Không", "Không", "No"},
    [WORD_UNREADABLE] = {"Xin chọn một số trong danh sách.", "Em chọn một số ở trên nhé.",
                         "Please choose one of the numbers."},
    [WORD_TOO_LONG] = {"Dài quá, xin viết ngắn hơn.", "Dài quá, em viết ngắn hơn một chút nhé.",
                       "That is too long, please write less."},
    [WORD_SEND] = {"Gửi phiếu này? Enter: gửi   b: quay lại   q: thoát, không giữ gì",
                   "Em gửi nhé? Enter: gửi   b: quay lại   q: thoát, không giữ gì",
                   "Send this? Enter: send   b: back   q: leave, nothing is kept"},
    [WORD_LEFT] = {"Đã thoát. Không có gì được giữ lại.", "Đã thoát. Không có gì được giữ lại.",
                   "You have left. Nothing was kept."},
    [WORD_NOTHING] = {"Chưa có câu trả lời nào.", "Em chưa trả lời câu nào.", "Nothing has been answered yet."},
};

int is_child_wording(const char *language) {
    const char *end = strstr(language, "-x-child");
    return end != NULL && end[strlen("-x-child")] == '\0';
}

const char *word(enum word which, const char *language) {
    const struct sentence *sentence;
    if (which < 0 || which >= WORD_COUNT) {
        return "";
    }
    sentence = &sentences[which];
    if (strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-')) {
        return sentence->english;
    }
    return is_child_wording(language) ? sentence->child : sentence->adult;
}
