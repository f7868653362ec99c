-- What leads look for in the journal, newest first, so that no filter reads all of it. Most entries
-- are tries and their answers; the rest, and the answers that are rare, have small indexes.

DROP INDEX journal_verdicts;
CREATE INDEX journal_of_person ON journal (login, at);
CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_of_number ON journal (customer_number, at) WHERE customer_number <> '';
CREATE INDEX journal_of_kind ON journal (kind, at) WHERE kind NOT IN ('attempt', 'verdict');
CREATE INDEX journal_of_answer ON journal (outcome, at)
WHERE kind = 'verdict' AND outcome <> 'matches';
