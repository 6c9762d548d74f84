ALTER TABLE `messages` RENAME COLUMN "person_id" TO "recipient_id";--> statement-breakpoint
CREATE TABLE `looks` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`telephone` blob NOT NULL,
	`declined` text NOT NULL,
	`language` text NOT NULL,
	`erase_on` text
);
--> statement-breakpoint
CREATE INDEX `contacts_erase` ON `contacts` (`erase_on`);--> statement-breakpoint
ALTER TABLE `messages` ADD `recipient` text DEFAULT 'person' NOT NULL;