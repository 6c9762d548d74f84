ALTER TABLE `appointments` ADD `proved` integer;--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_id`);