ALTER TABLE `cases` ADD `imported_key` text;--> statement-breakpoint
CREATE INDEX `cases_imported` ON `cases` (`imported_key`) WHERE imported_key IS NOT NULL;