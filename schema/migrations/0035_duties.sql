ALTER TABLE `cases` ADD `ring_by` text;--> statement-breakpoint
CREATE INDEX `cases_ring` ON `cases` (`ring_by`) WHERE ring_by IS NOT NULL;