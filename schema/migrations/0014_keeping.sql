CREATE TABLE `number_floors` (
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`kind`, `day`, `letter`)
);
--> statement-breakpoint
CREATE TABLE `backups` (
	`asked_at` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`done_at` text,
	`outcome` text
);
--> statement-breakpoint
CREATE TABLE `key_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` blob NOT NULL
);
