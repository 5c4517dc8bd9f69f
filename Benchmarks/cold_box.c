/* Opens a box and closes it. */
#include <tincay.h>

int main(int count, char **arguments) {
    tincay_box *box;
    if (count != 2 || tincay_box_open(arguments[1], &box) != TINCAY_OK)
        return 1;
    return tincay_box_close(box) != TINCAY_OK;
}
