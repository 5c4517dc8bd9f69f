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
    [WORD_HOW_TO] = {"Enter: bỏ qua   b: quay lại   q: thoát", "Enter: bỏ qua   b: quay lại   q: thoát",
                     "Enter: skip   b: back   q: leave"},
    [WORD_HOW_TO_MANY] = {"(có thể chọn nhiều, cách nhau bằng dấu phẩy)",
                          "(em chọn nhiều cũng được, cách nhau bằng dấu phẩy)",
                          "(several are fine, with commas between)"},
    [WORD_YES] = {"Có", "Có", "Yes"},
    [WORD_NO] = {"Không", "Không", "No"},
    [WORD_UNREADABLE] = {"Xin chọn một số trong danh sách.", "Em chọn một số ở trên nhé.",
                         "Please choose one of the numbers."},
    [WORD_TOO_LONG] = {"Dài quá, xin viết ngắn hơn.", "Dài quá, em viết ngắn hơn một chút nhé.",
                       "That is too long, please write less."},
    [WORD_SEND] = {"Gửi phiếu này? Enter: gửi   b: quay lại   q: thoát",
                   "Em gửi nhé? Enter: gửi   b: quay lại   q: thoát", "Send this? Enter: send   b: back   q: leave"},
    [WORD_NOTHING] = {"Chưa có câu trả lời nào.", "Em chưa trả lời câu nào.", "Nothing has been answered yet."},
    [WORD_ALWAYS_TOLD] =
        {"Nếu có người đang gặp nguy hiểm, điều đã ghi luôn được chuyển cho người có trách nhiệm, kể cả "
         "khi thoát giữa chừng.",
         "Nếu em hay bạn nào đang gặp nguy hiểm, cô chú luôn được báo để giúp, kể cả khi em dừng giữa "
         "chừng.",
         "If somebody is in danger, the people in charge are always told, even if you stop halfway."},
    [WORD_READERS] = {"Có ai ở đây không được đọc phiếu này không?", "Ở đây có ai mà em không muốn cho đọc không?",
                      "Is there somebody here who must not read this?"},
    [WORD_READERS_HINT] = {"Enter: không có ai", "Enter: không có ai", "Enter: nobody"},
    [WORD_NOBODY_LEFT] = {"Như vậy không còn ai ở đây đọc được. Xin chọn lại, hoặc gọi điện.",
                          "Như vậy thì không còn ai ở đây đọc được. Em chọn lại nhé, hoặc em gọi điện.",
                          "Then nobody here could read it. Please choose again, or call."},
    [WORD_LEAVE] = {"Để lại cho người có trách nhiệm, hay bỏ đi?", "Em muốn để lại cho cô chú đọc, hay bỏ đi?",
                    "Leave it for the counsellor, or forget it?"},
    [WORD_LEAVE_HINT] = {"b: quay lại   q: thoát ngay", "b: quay lại   q: thoát ngay", "b: back   q: leave now"},
    [WORD_LEAVE_KEEP] = {"Để lại", "Để lại cho cô chú", "Leave it for the counsellor"},
    [WORD_LEAVE_FORGET] = {"Bỏ đi", "Bỏ đi", "Forget it"},
    [WORD_LEFT] = {"Đã thoát.", "Đã thoát.", "You have left."},
    [WORD_LEFT_KEPT] = {"Đã thoát. Điều đã ghi được niêm kín và chuyển cho người có trách nhiệm.",
                        "Đã thoát. Lời của em được cất kín, cô chú sẽ đọc để giúp.",
                        "You have left. It is sealed and goes to the counsellor."},
    [WORD_LEFT_FORGOTTEN] = {"Đã thoát. Không có gì được giữ lại.", "Đã thoát. Không có gì được giữ lại.",
                             "You have left. Nothing was kept."},
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
