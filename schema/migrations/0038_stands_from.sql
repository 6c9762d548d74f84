ALTER TABLE `cases` ADD `stands_from` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `stands_from` text;