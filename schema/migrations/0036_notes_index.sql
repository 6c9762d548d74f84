CREATE INDEX `notes_case` ON `notes` (`case_id`,`kind`);--> statement-breakpoint
CREATE INDEX `notes_day` ON `notes` (`day`,`kind`);--> statement-breakpoint
CREATE INDEX `notes_at` ON `notes` (`at`);--> statement-breakpoint
CREATE INDEX `notes_open` ON `notes` (`kind`) WHERE over = 0;