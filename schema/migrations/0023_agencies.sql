CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`telephone` text NOT NULL,
	`hours` text NOT NULL,
	`aliases` text NOT NULL,
	`spelling` text NOT NULL,
	`in_use` integer NOT NULL,
	`offered` integer NOT NULL
);
