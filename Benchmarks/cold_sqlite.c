/* The least that opening the file of a box with SQLite costs. */
#include <sqlite3.h>
#include <stddef.h>

int main(int count, char **arguments) {
    sqlite3 *database;
    int status;
    if (count != 2 || sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
        return 1;
    status = sqlite3_exec(database, "SELECT body FROM state", NULL, NULL, NULL);
    return sqlite3_close(database) != SQLITE_OK || status != SQLITE_OK;
}
