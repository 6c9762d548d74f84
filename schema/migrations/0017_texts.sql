CREATE TABLE `texts` (
	`ref` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`sealed` blob NOT NULL,
	`erase_on` text
);
--> statement-breakpoint
CREATE INDEX `texts_about` ON `texts` (`about`);--> statement-breakpoint
CREATE INDEX `texts_erase` ON `texts` (`erase_on`);