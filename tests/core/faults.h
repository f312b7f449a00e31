/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A disk that fails, as a file system (VFS) between SQLite and the real one: calls that return what a
 * full, worn or locked disk returns, and a power cut, after which only what was synced is sure to be
 * there.
 */

/** FaultsCall: the calls of SQLite that can fail, to be combined */
typedef enum
{
  FAULTS_OPEN = 1 << 0,
  FAULTS_READ = 1 << 1,
  FAULTS_WRITE = 1 << 2,
  FAULTS_TRUNCATE = 1 << 3,
  FAULTS_SYNC = 1 << 4,
  FAULTS_DELETE = 1 << 5,
  FAULTS_LOCK = 1 << 6,
  FAULTS_SHARE = 1 << 7,
  FAULTS_CHANGE = FAULTS_WRITE | FAULTS_TRUNCATE | FAULTS_SYNC | FAULTS_DELETE,
  FAULTS_ALL = (1 << 8) - 1,
} FaultsCall;

/** faults_install: puts the failing disk below every database that is opened from now on. */
void faults_install (void);

/**
 * faults_fail:
 * @calls: which calls count
 * @first: the number of the first of these to fail, from 0
 * @times: how many fail in a row
 * @code: what they return: one of SQLite's result codes
 */
void faults_fail (FaultsCall calls, guint first, guint times, int code);

/** faults_stop: from now on nothing fails. Returns: how many calls counted since faults_fail(). */
guint faults_stop (void);

/** faults_failed: Returns: how many calls failed since faults_fail(). */
guint faults_failed (void);

/**
 * faults_record:
 * @folder: the folder of the databases; those that are there are taken to be safe on the disk
 * @before_change: called before each call that changes or syncs a file there
 */
void faults_record (const char *folder, void (*before_change) (gpointer data), gpointer data);

/**
 * faults_cut_power:
 * @target: an empty folder
 *
 * Leaves in @target what a disk may hold if the power is cut now: all that was synced, and of the rest
 * nothing, or the first of it, or any of it, the last sectors of a write without the first.
 */
void faults_cut_power (GRand *random, const char *target);

/** faults_record_end: records no more. */
void faults_record_end (void);

/** faults_random: Returns: (transfer full): by SAMENSPEL_SEED or a new seed, which is printed. */
GRand *faults_random (void);

/** faults_rounds: Returns: how often to try: @usual times SAMENSPEL_FAULT_ROUNDS, which is usually 1. */
guint faults_rounds (guint usual);

G_END_DECLS
