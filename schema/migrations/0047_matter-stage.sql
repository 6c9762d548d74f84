ALTER TABLE `matters` ADD `acceptance` text;--> statement-breakpoint
UPDATE `matters` SET
	`department` = json_object('zh-Hans', `department`, 'zh-Hant', '', 'en', ''),
	`fee` = json_object('zh-Hans', `fee`, 'zh-Hant', '', 'en', ''),
	`basis` = json_object('zh-Hans', `basis`, 'zh-Hant', '', 'en', '');
