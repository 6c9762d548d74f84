ALTER TABLE `cases` ADD `linked_to` text;--> statement-breakpoint
CREATE INDEX `cases_linked` ON `cases` (`linked_to`) WHERE linked_to IS NOT NULL;