-- What leads look for in the journal, newest first, so that no filter reads all of it. Most entries
-- are tries and their answers; the rest, and the answers that are rare, have small indexes.

DROP INDEX watchword.journal_verdicts;
-- Each person's entries from the newest on, and from one person to the next.
CREATE INDEX journal_of_person ON watchword.journal (login, at DESC);
CREATE INDEX journal_of_number ON watchword.journal (customer_number, at)
WHERE customer_number <> '';
CREATE INDEX journal_of_kind ON watchword.journal (kind, at)
WHERE kind NOT IN ('attempt', 'verdict');
CREATE INDEX journal_of_answer ON watchword.journal (outcome, at)
WHERE kind = 'verdict' AND outcome <> 'matches';
