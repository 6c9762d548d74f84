/*
 * cut-line NAMESPACE NEAR FAR SEED: a line of IP between this network namespace and another, in user space because a
 * kernel may have no netem. It opens the TUN device NEAR here and FAR there, and carries each packet from one to the
 * other. A row of stdin "LOSS_THERE LOSS_HERE DELAY_MS_THERE DELAY_MS_HERE" says how many packets of a hundred are lost
 * from now on, and how long a packet is on its way; packets of one way stay in order. The answer to each row is
 * "CARRIED LOST", counted since the row before. The first answer, "0 0", says that both devices are there; the end of
 * stdin ends both.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define LONGEST 2048
/* As many packets as may be on their way in one direction; a router has an end of its memory, too. */
#define ON_THE_WAY 10000

struct packet { int64_t leaves; ssize_t size; struct packet *next; char data[LONGEST]; };
struct way { int from, to, loss, delay_ms, waiting; struct packet *first, *last; };

static struct way ways[2];
static long carried, lost;
static uint64_t chance;

static void end(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* xorshift64: the same seed loses the same places of the row of packets. */
static int below_hundred(void)
{
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (chance >> 11) % 100;
}

static int open_tun(const char *name)
{
    struct ifreq wanted = { .ifr_flags = IFF_TUN | IFF_NO_PI };
    int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
    strncpy(wanted.ifr_name, name, IFNAMSIZ - 1);
    if (fd < 0 || ioctl(fd, TUNSETIFF, &wanted) < 0) end("a TUN device was not opened");
    return fd;
}

static void take(struct way *way)
{
    struct packet *one = malloc(sizeof *one);
    if (!one) end("no memory");
    while ((one->size = read(way->from, one->data, LONGEST)) > 0) {
        if (below_hundred() < way->loss || way->waiting == ON_THE_WAY) {
            lost++;
            continue;
        }
        one->leaves = now() + way->delay_ms * 1000000LL;
        one->next = NULL;
        if (way->first) way->last->next = one;
        else way->first = one;
        way->last = one;
        way->waiting++;
        if (!(one = malloc(sizeof *one))) end("no memory");
    }
    free(one);
}

static void deliver(struct way *way)
{
    while (way->first && way->first->leaves <= now()) {
        struct packet *one = way->first;
        if (write(way->to, one->data, one->size) == one->size) carried++;
        else lost++;
        way->first = one->next;
        way->waiting--;
        free(one);
    }
}

/* Until the next packet leaves, in whole milliseconds, rounded up. */
static int wait_ms(void)
{
    int64_t soonest = INT64_MAX;
    for (int i = 0; i < 2; i++)
        if (ways[i].first && ways[i].first->leaves < soonest) soonest = ways[i].first->leaves;
    if (soonest == INT64_MAX) return -1;
    int64_t left = soonest - now();
    return left <= 0 ? 0 : (int)((left + 999999) / 1000000);
}

static void answer(void)
{
    printf("%ld %ld\n", carried, lost);
    fflush(stdout);
    carried = lost = 0;
}

/* Rows come one at a time, and are shorter than a pipe writes at once. */
static void obey(void)
{
    char rows[256];
    ssize_t size = read(STDIN_FILENO, rows, sizeof rows - 1);
    if (size <= 0) exit(0);
    rows[size] = 0;
    for (char *row = strtok(rows, "\n"); row; row = strtok(NULL, "\n")) {
        struct way *there = &ways[0], *here = &ways[1];
        answer();
        if (sscanf(row, "%d %d %d %d", &there->loss, &here->loss, &there->delay_ms, &here->delay_ms) != 4) {
            errno = EINVAL;
            end(row);
        }
    }
}

int main(int count, char **given)
{
    char path[256];
    if (count != 5) return fprintf(stderr, "cut-line NAMESPACE NEAR FAR SEED\n"), 2;
    chance = strtoull(given[4], NULL, 10) * 0x9E3779B97F4A7C15ULL | 1;
    int near = open_tun(given[2]);
    snprintf(path, sizeof path, "/run/netns/%s", given[1]);
    int space = open(path, O_RDONLY);
    if (space < 0 || setns(space, CLONE_NEWNET) < 0) end(path);
    int far = open_tun(given[3]);
    ways[0] = (struct way){ .from = near, .to = far };
    ways[1] = (struct way){ .from = far, .to = near };
    answer();
    for (;;) {
        struct pollfd seen[3] = {
            { .fd = near, .events = POLLIN }, { .fd = far, .events = POLLIN }, { .fd = STDIN_FILENO, .events = POLLIN }
        };
        if (poll(seen, 3, wait_ms()) < 0 && errno != EINTR) end("poll");
        if (seen[2].revents) obey();
        for (int i = 0; i < 2; i++) {
            if (seen[i].revents & POLLIN) take(&ways[i]);
            deliver(&ways[i]);
        }
    }
}
