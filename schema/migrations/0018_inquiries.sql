ALTER TABLE `cases` ADD `inquiry_by` text;--> statement-breakpoint
CREATE INDEX `cases_inquired` ON `cases` (`inquiry_by`) WHERE inquiry_by IS NOT NULL;