CREATE TABLE `matter_versions` (
	`matter_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`matter` text NOT NULL,
	PRIMARY KEY(`matter_id`, `seq`)
);
--> statement-breakpoint
ALTER TABLE `matters` ADD `changed_at` text DEFAULT '' NOT NULL;