-- The team's own texts in two languages.

ALTER TABLE policy RENAME COLUMN text_after_match TO text_after_match_de;
ALTER TABLE policy RENAME COLUMN text_without_match TO text_without_match_de;
ALTER TABLE policy ADD COLUMN
    text_after_match_en TEXT NOT NULL DEFAULT '' CHECK (length(text_after_match_en) <= 2000);
ALTER TABLE policy ADD COLUMN
    text_without_match_en TEXT NOT NULL DEFAULT '' CHECK (length(text_without_match_en) <= 2000);
