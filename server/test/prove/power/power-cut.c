/*
 * A disk that forgets what was not synced. Preloaded into a hall's process, it keeps a second file beside each file
 * whose path begins with POWER_CUT_FILE: <path>.disk holds what would be on the disk if the power failed now. A write
 * reaches it at the next fsync or fdatasync of that file; one in four at once, half of these torn, because a cache may
 * be written back at any time and in any order. The removal of a file is taken for durable.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define FDS 65536
#define FILES 16
#define TRUNCATE ((size_t)-1)

struct change { off_t at; size_t size; struct change *next; char data[]; };
struct file { char path[1024]; int disk; struct change *first, **last; };

static struct file files[FILES];
static struct file *by_fd[FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static int is_ours(const char *path) {
  const char *prefix = getenv("POWER_CUT_FILE");
  const char *end = strrchr(path, '.');
  if (!prefix || strncmp(path, prefix, strlen(prefix)) != 0) return 0;
  return !strstr(path, "-shm") && !(end && strcmp(end, ".disk") == 0);
}

static void apply(struct file *file, off_t at, const char *data, size_t size) {
  if (size == TRUNCATE) {
    REAL(ftruncate64);
    if (real(file->disk, at) != 0) abort();
    return;
  }
  REAL(pwrite64);
  while (size > 0) {
    ssize_t n = real(file->disk, data, size, at);
    if (n <= 0) abort();
    data += n; at += n; size -= (size_t)n;
  }
}

static void forget(struct file *file) {
  while (file->first) {
    struct change *next = file->first->next;
    free(file->first);
    file->first = next;
  }
  file->last = &file->first;
}

/* The entry of a path; made with a copy of what is there, which is on the disk already. */
static struct file *file_of(const char *path) {
  struct file *free_one = NULL;
  for (int i = 0; i < FILES; i++) {
    if (strcmp(files[i].path, path) == 0) return &files[i];
    if (!free_one && !files[i].path[0]) free_one = &files[i];
  }
  if (!free_one || strlen(path) > 1000) abort();
  char disk[1100], buffer[65536];
  snprintf(disk, sizeof disk, "%s.disk", path);
  REAL(open);
  strcpy(free_one->path, path);
  free_one->disk = real(disk, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  free_one->last = &free_one->first;
  int from = real(path, O_RDONLY | O_CLOEXEC);
  off_t at = 0;
  ssize_t n;
  while (from >= 0 && (n = pread(from, buffer, sizeof buffer, at)) > 0) {
    apply(free_one, at, buffer, (size_t)n);
    at += n;
  }
  if (from >= 0) { REAL(close); real(from); }
  return free_one;
}

static void opened(int fd, const char *path) {
  if (fd < 0 || fd >= FDS || !is_ours(path)) return;
  pthread_mutex_lock(&lock);
  by_fd[fd] = file_of(path);
  pthread_mutex_unlock(&lock);
}

static void changed(int fd, off_t at, const char *data, size_t size) {
  if (fd < 0 || fd >= FDS || !by_fd[fd]) return;
  pthread_mutex_lock(&lock);
  struct file *file = by_fd[fd];
  size_t kept = size == TRUNCATE ? 0 : size;
  struct change *one = malloc(sizeof *one + kept);
  one->at = at; one->size = size; one->next = NULL;
  memcpy(one->data, data ? data : "", data ? kept : 0);
  *file->last = one;
  file->last = &one->next;
  if (size != TRUNCATE && random() % 4 == 0) apply(file, at, data, random() % 2 ? size : size / 2);
  pthread_mutex_unlock(&lock);
}

static void synced(int fd) {
  if (fd < 0 || fd >= FDS || !by_fd[fd]) return;
  pthread_mutex_lock(&lock);
  struct file *file = by_fd[fd];
  for (struct change *one = file->first; one; one = one->next) apply(file, one->at, one->data, one->size);
  forget(file);
  pthread_mutex_unlock(&lock);
}

__attribute__((constructor)) static void seed(void) { srandom((unsigned)getpid()); }

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  REAL(open);
  va_list rest; va_start(rest, flags); mode_t mode = mode_of(flags, rest); va_end(rest);
  int fd = real(path, flags, mode);
  opened(fd, path);
  return fd;
}
int open64(const char *path, int flags, ...) {
  REAL(open64);
  va_list rest; va_start(rest, flags); mode_t mode = mode_of(flags, rest); va_end(rest);
  int fd = real(path, flags, mode);
  opened(fd, path);
  return fd;
}
int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < FDS) by_fd[fd] = NULL;
  return real(fd);
}
ssize_t write(int fd, const void *data, size_t size) {
  REAL(write);
  off_t at = fd >= 0 && fd < FDS && by_fd[fd] ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t n = real(fd, data, size);
  if (n > 0) changed(fd, at, data, (size_t)n);
  return n;
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  REAL(pwrite64);
  ssize_t n = real(fd, data, size, at);
  if (n > 0) changed(fd, at, data, (size_t)n);
  return n;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  REAL(pwrite);
  ssize_t n = real(fd, data, size, at);
  if (n > 0) changed(fd, at, data, (size_t)n);
  return n;
}
int ftruncate64(int fd, off64_t size) {
  REAL(ftruncate64);
  int result = real(fd, size);
  if (result == 0) changed(fd, size, NULL, TRUNCATE);
  return result;
}
int ftruncate(int fd, off_t size) {
  REAL(ftruncate);
  int result = real(fd, size);
  if (result == 0) changed(fd, size, NULL, TRUNCATE);
  return result;
}
int fsync(int fd) {
  REAL(fsync);
  int result = real(fd);
  if (result == 0) synced(fd);
  return result;
}
int fdatasync(int fd) {
  REAL(fdatasync);
  int result = real(fd);
  if (result == 0) synced(fd);
  return result;
}
int unlink(const char *path) {
  REAL(unlink);
  int result = real(path);
  if (result != 0 || !is_ours(path)) return result;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < FILES; i++) {
    if (strcmp(files[i].path, path) != 0) continue;
    char disk[1100];
    snprintf(disk, sizeof disk, "%s.disk", path);
    forget(&files[i]);
    for (int fd = 0; fd < FDS; fd++) if (by_fd[fd] == &files[i]) by_fd[fd] = NULL;
    REAL(close);
    real(files[i].disk);
    unlink(disk);
    files[i].path[0] = 0;
  }
  pthread_mutex_unlock(&lock);
  return result;
}
