-- C7: the life of a case holds for how many days its notice told that it is taken up again: its rows are written anew.
UPDATE `cases` SET `life` = `life` WHERE 0;
