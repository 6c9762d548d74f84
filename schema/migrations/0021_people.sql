CREATE TABLE `person_acts` (
	`seq` integer PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`clerk_id` text,
	`detail` text NOT NULL,
	`reason` text NOT NULL,
	`case_id` text
);
--> statement-breakpoint
CREATE INDEX `person_acts_person` ON `person_acts` (`person_id`,`seq`);--> statement-breakpoint
ALTER TABLE `cases` ADD `helper_id` text;--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person_id`) WHERE person_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_helper` ON `cases` (`helper_id`) WHERE helper_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `matters` ADD `identity` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `matters` ADD `retention_days` integer;--> statement-breakpoint
ALTER TABLE `erasures` ADD `texts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `kind` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `name_hash` blob;--> statement-breakpoint
ALTER TABLE `people` ADD `former_telephone` blob;--> statement-breakpoint
ALTER TABLE `people` ADD `document` blob;--> statement-breakpoint
ALTER TABLE `people` ADD `document_kind` text;--> statement-breakpoint
ALTER TABLE `people` ADD `document_hash` blob;--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name_hash`);--> statement-breakpoint
CREATE INDEX `people_document` ON `people` (`document_hash`);