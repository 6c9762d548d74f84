ALTER TABLE `absences` ADD `overridden_at` text;--> statement-breakpoint
ALTER TABLE `absences` ADD `overridden_by` text;--> statement-breakpoint
CREATE INDEX `absences_overridden` ON `absences` (`overridden_at`) WHERE overridden_at IS NOT NULL;