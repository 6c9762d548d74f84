DROP INDEX `cases_ticket`;--> statement-breakpoint
CREATE INDEX `cases_ticket` ON `cases` (`ticket_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_in_order` ON `calls` (`day`,`seq`);