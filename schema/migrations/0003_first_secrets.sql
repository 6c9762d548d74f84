CREATE TABLE `first_secrets` (
	`ref` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL
);
