CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`slot_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`until` text NOT NULL,
	`person_id` text,
	`code` text,
	`ticket_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_code` ON `appointments` (`day`,`code`) WHERE phase = 'confirmed';--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_once` ON `appointments` (`person_id`,`matter_id`) WHERE phase = 'confirmed';--> statement-breakpoint
CREATE INDEX `appointments_slot` ON `appointments` (`slot_id`);--> statement-breakpoint
CREATE TABLE `calls` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`day` text NOT NULL,
	`ticket_id` text NOT NULL,
	`number` text NOT NULL,
	`letter` text NOT NULL,
	`counter_id` text NOT NULL,
	`call_no` integer NOT NULL,
	`rule` text
);
--> statement-breakpoint
CREATE INDEX `calls_day` ON `calls` (`day`,`letter`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`matter_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`first_contact` text NOT NULL,
	`handler` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`receipt_no` text,
	`accepted_on` text,
	`due_on` text,
	`legal_due_on` text,
	`notice_no` text,
	`missing` text,
	`note` text DEFAULT '' NOT NULL,
	`offer_id` text,
	`offer_from` text,
	`offer_to` text,
	`offer_note` text,
	`offer_lapses_at` text,
	`outcome` text,
	`destination` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_receipt` ON `cases` (`receipt_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_notice` ON `cases` (`notice_no`);--> statement-breakpoint
CREATE INDEX `cases_ticket` ON `cases` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `cases_handler` ON `cases` (`handler`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_first_contact` ON `cases` (`first_contact`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_offer_to` ON `cases` (`offer_to`) WHERE offer_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `clerks` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`may_pick` integer NOT NULL,
	`active` integer NOT NULL,
	`password` text NOT NULL,
	`must_change_password` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clerks_account_unique` ON `clerks` (`account`);--> statement-breakpoint
CREATE TABLE `counter_states` (
	`counter_id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`clerk_id` text,
	`closed_by_opening` integer DEFAULT false NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counter_states_clerk` ON `counter_states` (`clerk_id`) WHERE phase <> 'closed';--> statement-breakpoint
CREATE TABLE `counters` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`letters` text NOT NULL,
	`in_use` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counters_label_unique` ON `counters` (`label`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`code_hash` blob,
	`code_until` text,
	`token_hash` blob,
	`enrolled_at` text,
	`revoked_at` text,
	`last_seen_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token_hash_unique` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `ended_days` (
	`day` text PRIMARY KEY NOT NULL,
	`carried_over` integer NOT NULL,
	`expired` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`day` text PRIMARY KEY NOT NULL,
	`people` integer NOT NULL,
	`links` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`letter` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`order` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hall` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`names` text NOT NULL,
	`telephone` text NOT NULL,
	`address` text NOT NULL,
	`time_zone` text NOT NULL,
	`sample` integer NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`stream` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor` text NOT NULL,
	`prev` blob NOT NULL,
	`hash` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_stream` ON `ledger` (`stream`,`version`);--> statement-breakpoint
CREATE TABLE `lines` (
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`waiting` integer NOT NULL,
	`away` integer NOT NULL,
	PRIMARY KEY(`day`, `letter`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `links` (
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`hash` blob NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`kind`, `ref`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `matters` (
	`id` text PRIMARY KEY NOT NULL,
	`letter` text NOT NULL,
	`names` text NOT NULL,
	`kind` text NOT NULL,
	`department` text NOT NULL,
	`materials` text NOT NULL,
	`limit_days` integer,
	`limit_unit` text NOT NULL,
	`typical_minutes` integer NOT NULL,
	`fee` text NOT NULL,
	`basis` text NOT NULL,
	`evidence` text NOT NULL,
	`source` text NOT NULL,
	`offered` integer NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	FOREIGN KEY (`letter`) REFERENCES `groups`(`letter`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`refs` text NOT NULL,
	`phase` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text
);
--> statement-breakpoint
CREATE TABLE `notes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`ticket_id` text,
	`clerk_id` text
);
--> statement-breakpoint
CREATE TABLE `once_tokens` (
	`hash` blob PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `opening_states` (
	`opening_id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`last_ticket_at` text NOT NULL,
	`letters` text NOT NULL,
	`counter_ids` text NOT NULL,
	`bookable_share` real NOT NULL,
	`series_id` text
);
--> statement-breakpoint
CREATE INDEX `openings_day` ON `openings` (`day`);--> statement-breakpoint
CREATE UNIQUE INDEX `openings_series_day` ON `openings` (`series_id`,`day`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`due_at` text NOT NULL,
	`added_at` text,
	`adds` integer DEFAULT 0 NOT NULL,
	`done_at` text,
	`result` text
);
--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`due_at`) WHERE done_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`data`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` blob,
	`telephone` blob,
	`telephone_hash` blob,
	`last_four_hash` blob,
	`language` text NOT NULL,
	`erase_on` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_telephone_hash_unique` ON `people` (`telephone_hash`);--> statement-breakpoint
CREATE INDEX `people_erase` ON `people` (`erase_on`);--> statement-breakpoint
CREATE INDEX `people_last_four` ON `people` (`last_four_hash`);--> statement-breakpoint
CREATE TABLE `reference_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`reply` blob NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` blob PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`clerk_id`) REFERENCES `clerks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_clerk` ON `sessions` (`clerk_id`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`account` text PRIMARY KEY NOT NULL,
	`failed` integer NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`matters` text NOT NULL,
	`counter_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text NOT NULL,
	`duration_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sittings_letter` ON `sittings` (`letter`,`id`);--> statement-breakpoint
CREATE TABLE `slot_loads` (
	`slot_id` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`capacity` integer NOT NULL,
	CONSTRAINT "slot_capacity" CHECK("slot_loads"."taken" >= 0 AND "slot_loads"."taken" <= "slot_loads"."capacity")
);
--> statement-breakpoint
CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`opening_id` text NOT NULL,
	`letter` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`capacity` integer NOT NULL,
	FOREIGN KEY (`opening_id`) REFERENCES `openings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_start` ON `slots` (`opening_id`,`letter`,`starts_at`);--> statement-breakpoint
CREATE INDEX `slots_letter` ON `slots` (`letter`,`starts_at`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`issue_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`live_day` text NOT NULL,
	`letter` text NOT NULL,
	`ordinal` integer NOT NULL,
	`number` text NOT NULL,
	`phase` text NOT NULL,
	`klass` text NOT NULL,
	`channel` text NOT NULL,
	`arrived_at` text NOT NULL,
	`rank_at` integer NOT NULL,
	`rank_tie` real NOT NULL,
	`not_before` text,
	`matters` text NOT NULL,
	`letters` text NOT NULL,
	`remaining` text NOT NULL,
	`queues` text NOT NULL,
	`sitting` text NOT NULL,
	`counter_id` text,
	`clerk_id` text,
	`call_no` integer DEFAULT 0 NOT NULL,
	`called_at` text,
	`started_at` text,
	`ended_at` text,
	`missed_at` text,
	`away_until` text,
	`why` text,
	`slip` text NOT NULL,
	`appointment_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`day`,`letter`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_id` ON `tickets` (`id`);--> statement-breakpoint
CREATE INDEX `tickets_carried` ON `tickets` (`letter`,`ordinal`,`live_day`) WHERE live_day <> day;--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_counter` ON `tickets` (`counter_id`) WHERE phase IN ('called', 'serving');--> statement-breakpoint
CREATE INDEX `tickets_underway` ON `tickets` (`live_day`) WHERE phase IN ('called', 'serving', 'away', 'missed');--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`live_day`,`rank_at`,`rank_tie`) WHERE phase = 'waiting';--> statement-breakpoint
CREATE TABLE `turned_away` (
	`seq` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`hour` integer NOT NULL,
	`matter_id` text NOT NULL,
	`why` text NOT NULL
);
