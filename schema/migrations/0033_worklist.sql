ALTER TABLE `cases` ADD `has_tasks` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_tasks` ON `cases` (`id`) WHERE has_tasks = 1;--> statement-breakpoint
ALTER TABLE `notes` ADD `ticked_by` text;