-- Reference data is written by events from now on: what older programs kept in rows goes into the ledger at the next opening.
DROP TRIGGER IF EXISTS `hall_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `hall_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `groups_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `groups_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `matters_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `matters_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `counters_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `counters_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `clerks_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `clerks_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `devices_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `devices_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `series_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `series_history_delete`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `openings_history_update`;--> statement-breakpoint
DROP TRIGGER IF EXISTS `openings_history_delete`;--> statement-breakpoint
CREATE TABLE `device_secrets` (
	`device_id` text PRIMARY KEY NOT NULL,
	`code_hash` blob,
	`code_until` text,
	`token_hash` blob,
	`last_seen_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_secrets_token_hash_unique` ON `device_secrets` (`token_hash`);--> statement-breakpoint
CREATE TABLE `passwords` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`encoded` text NOT NULL,
	`must_change` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `passwords` (`clerk_id`, `encoded`, `must_change`) SELECT `id`, `password`, `must_change_password` FROM `clerks`;--> statement-breakpoint
INSERT INTO `device_secrets` (`device_id`, `code_hash`, `code_until`, `token_hash`, `last_seen_at`) SELECT `id`, `code_hash`, `code_until`, `token_hash`, `last_seen_at` FROM `devices`;--> statement-breakpoint
DROP INDEX `devices_token_hash_unique`;--> statement-breakpoint
ALTER TABLE `devices` DROP COLUMN `code_hash`;--> statement-breakpoint
ALTER TABLE `devices` DROP COLUMN `code_until`;--> statement-breakpoint
ALTER TABLE `devices` DROP COLUMN `token_hash`;--> statement-breakpoint
ALTER TABLE `devices` DROP COLUMN `last_seen_at`;--> statement-breakpoint
ALTER TABLE `ledger` ADD `v` integer;--> statement-breakpoint
ALTER TABLE `ledger` ADD `request` text;--> statement-breakpoint
CREATE INDEX `ledger_v` ON `ledger` (`v`) WHERE v > 1;--> statement-breakpoint
ALTER TABLE `clerks` DROP COLUMN `password`;--> statement-breakpoint
ALTER TABLE `clerks` DROP COLUMN `must_change_password`;