ALTER TABLE `cases` ADD `question_by` text;--> statement-breakpoint
CREATE INDEX `cases_questioned` ON `cases` (`question_by`) WHERE question_by IS NOT NULL;