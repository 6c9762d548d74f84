DROP INDEX `people_telephone_hash_unique`;--> statement-breakpoint
ALTER TABLE `people` ADD `person_hash` blob;--> statement-breakpoint
CREATE INDEX `people_telephone` ON `people` (`telephone_hash`);--> statement-breakpoint
CREATE INDEX `people_person` ON `people` (`person_hash`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `language` text;