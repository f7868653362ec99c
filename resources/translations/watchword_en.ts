<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries removed.</source>
        <translation>
            <numerusform>%n entry removed.</numerusform>
            <numerusform>%n entries removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain holds over %n entries.</source>
        <translation>
            <numerusform>The chain holds over %n entry.</numerusform>
            <numerusform>The chain holds over %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n wrong tries in a row</source>
        <translation>
            <numerusform>After %n wrong try in a row</numerusform>
            <numerusform>After %n wrong tries in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n wrong tries in all</source>
        <translation>
            <numerusform>After %n wrong try in all</numerusform>
            <numerusform>After %n wrong tries in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n wrong tries in a row, until {time}</source>
        <translation>
            <numerusform>After %n wrong try in a row, until {time}</numerusform>
            <numerusform>After %n wrong tries in a row, until {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computers have not taken it</source>
        <translation>
            <numerusform>%n computer has not taken it</numerusform>
            <numerusform>%n computers have not taken it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries removed</source>
        <translation>
            <numerusform>%n entry removed</numerusform>
            <numerusform>%n entries removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left. Have it repeated or spelled, then check again.</source>
        <translation>
            <numerusform>%n try left. Have it repeated or spelled, then check again.</numerusform>
            <numerusform>%n tries left. Have it repeated or spelled, then check again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters, not counting spaces, hyphens and dots.</source>
        <translation>
            <numerusform>Too short: at least %n character, not counting spaces, hyphens and dots.</numerusform>
            <numerusform>Too short: at least %n characters, not counting spaces, hyphens and dots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords</source>
        <translation>
            <numerusform>%n password</numerusform>
            <numerusform>%n passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cautions</source>
        <translation>
            <numerusform>%n caution</numerusform>
            <numerusform>%n cautions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left before a wait.</source>
        <translation>
            <numerusform>%n try left before a wait.</numerusform>
            <numerusform>%n tries left before a wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries at first; after them one try per wait.</source>
        <translation>
            <numerusform>%n try at first; after it one try per wait.</numerusform>
            <numerusform>%n tries at first; after them one try per wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The block in all comes first, after %n wrong tries.</source>
        <translation>
            <numerusform>The block in all comes first, after %n wrong try.</numerusform>
            <numerusform>The block in all comes first, after %n wrong tries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever tries one number on everybody gets as far as %n customers; then their checks pause.</source>
        <translation>
            <numerusform>Whoever tries one number on everybody gets as far as %n customer; then their checks pause.</numerusform>
            <numerusform>Whoever tries one number on everybody gets as far as %n customers; then their checks pause.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A permission leaves the screen after %n seconds: it is not there for the next call.</source>
        <translation>
            <numerusform>A permission leaves the screen after %n second: it is not there for the next call.</numerusform>
            <numerusform>A permission leaves the screen after %n seconds: it is not there for the next call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A lead chooses one of %n.</source>
        <translation>
            <numerusform>A lead has this one only.</numerusform>
            <numerusform>A lead chooses one of %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are blocked</source>
        <translation>
            <numerusform>%n is blocked</numerusform>
            <numerusform>%n are blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords under an old team key</source>
        <translation>
            <numerusform>%n password under an old team key</numerusform>
            <numerusform>%n passwords under an old team key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong tries in a row</source>
        <translation>
            <numerusform>%n wrong try in a row</numerusform>
            <numerusform>%n wrong tries in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed on the last %n calls</source>
        <translation>
            <numerusform>Failed on the last call</numerusform>
            <numerusform>Failed on the last %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong tries since it was set</source>
        <translation>
            <numerusform>%n wrong try since it was set</numerusform>
            <numerusform>%n wrong tries since it was set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls this month without a password</source>
        <translation>
            <numerusform>%n call this month without a password</numerusform>
            <numerusform>%n calls this month without a password</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Password is %n years old</source>
        <translation>
            <numerusform>Password is %n year old</numerusform>
            <numerusform>Password is %n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months; then it is removed, whole months at a time, and what is left can still be checked.</source>
        <translation>
            <numerusform>%n month; then it is removed, whole months at a time, and what is left can still be checked.</numerusform>
            <numerusform>%n months; then it is removed, whole months at a time, and what is left can still be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months, whole months at a time.</source>
        <translation>
            <numerusform>%n month, whole months at a time.</numerusform>
            <numerusform>%n months, whole months at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unique</source>
        <translation>
            <numerusform>{count} unique</numerusform>
            <numerusform>{count} unique</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lines {lines}</source>
        <translation>
            <numerusform>line {lines}</numerusform>
            <numerusform>lines {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} look wrong</source>
        <translation>
            <numerusform>{count} looks wrong</numerusform>
            <numerusform>{count} look wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers chosen.</source>
        <translation>
            <numerusform>%n customer chosen.</numerusform>
            <numerusform>%n customers chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are saved.</source>
        <translation>
            <numerusform>%n password is saved.</numerusform>
            <numerusform>%n passwords are saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers are as before.</source>
        <translation>
            <numerusform>%n customer is as before.</numerusform>
            <numerusform>%n customers are as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters were not printed</source>
        <translation>
            <numerusform>%n letter was not printed</numerusform>
            <numerusform>%n letters were not printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n passwords</source>
        <translation>
            <numerusform>Make %n password</numerusform>
            <numerusform>Make %n passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n lines are shown; earlier ones follow.</source>
        <translation>
            <numerusform>The newest line is shown; earlier ones follow.</numerusform>
            <numerusform>The newest %n lines are shown; earlier ones follow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines since {day}.</source>
        <translation>
            <numerusform>%n line since {day}.</numerusform>
            <numerusform>%n lines since {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines.</source>
        <translation>
            <numerusform>%n line.</numerusform>
            <numerusform>%n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries saved: {path}</source>
        <translation>
            <numerusform>%n entry saved: {path}</numerusform>
            <numerusform>%n entries saved: {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries saved, tries counted before their answer included ({tries}): {path}</source>
        <translation>
            <numerusform>%n entry saved, tries counted before their answer included ({tries}): {path}</numerusform>
            <numerusform>%n entries saved, tries counted before their answer included ({tries}): {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdoptDialog</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n telephone passwords</source>
        <translation>
            <numerusform>%n telephone password</numerusform>
            <numerusform>%n telephone passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cautions</source>
        <translation>
            <numerusform>%n caution</numerusform>
            <numerusform>%n cautions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>All %n entries are as they were written.</source>
        <translation>
            <numerusform>The one entry is as it was written.</numerusform>
            <numerusform>All %n entries are as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>Checked %n min ago, closes in {time}</source>
        <translation>
            <numerusform>Checked %n min ago, closes in {time}</numerusform>
            <numerusform>Checked %n min ago, closes in {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileHead</name>
    <message numerus="yes">
        <source>{count} rows</source>
        <translation>
            <numerusform>{count} row</numerusform>
            <numerusform>{count} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message numerus="yes">
        <source>Set {count} inactive</source>
        <translation>
            <numerusform>Set {count} inactive</numerusform>
            <numerusform>Set {count} inactive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows saved: {path}</source>
        <translation>
            <numerusform>{count} row saved: {path}</numerusform>
            <numerusform>{count} rows saved: {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message numerus="yes">
        <source>{count} customers are not in the file</source>
        <translation>
            <numerusform>{count} customer is not in the file</numerusform>
            <numerusform>{count} customers are not in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of {count} rejected rows the customer number could not be read: their customers are listed here too.</source>
        <translation>
            <numerusform>Of {count} rejected row the customer number could not be read: its customer is listed here too.</numerusform>
            <numerusform>Of {count} rejected rows the customer number could not be read: their customers are listed here too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chosen</source>
        <translation>
            <numerusform>{count} chosen</numerusform>
            <numerusform>{count} chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message numerus="yes">
        <source>Preview of the first %n rows</source>
        <translation>
            <numerusform>Preview of the first row</numerusform>
            <numerusform>Preview of the first %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectsPanel</name>
    <message numerus="yes">
        <source>and {count} other reasons</source>
        <translation>
            <numerusform>and {count} other reason</numerusform>
            <numerusform>and {count} other reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>{count} active customers are not in this file.</source>
        <translation>
            <numerusform>{count} active customer is not in this file.</numerusform>
            <numerusform>{count} active customers are not in this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customers are inactive now.</source>
        <translation>
            <numerusform>{count} customer is inactive now.</numerusform>
            <numerusform>{count} customers are inactive now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotationDialog</name>
    <message numerus="yes">
        <source>%n passwords are still under a key that was replaced.</source>
        <translation>
            <numerusform>%n password is still under a key that was replaced.</numerusform>
            <numerusform>%n passwords are still under a key that was replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Start typing to search {customers} customers. Umlauts can be typed as ae, oe, ue; phone numbers in any spelling.</source>
        <translation>
            <numerusform>Start typing to search {customers} customer. Umlauts can be typed as ae, oe, ue; phone numbers in any spelling.</numerusform>
            <numerusform>Start typing to search {customers} customers. Umlauts can be typed as ae, oe, ue; phone numbers in any spelling.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message numerus="yes">
        <source>{count} rows read</source>
        <translation>
            <numerusform>{count} row read</numerusform>
            <numerusform>{count} rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} active customers are not in this file. Nothing has been changed yet.</source>
        <translation>
            <numerusform>{count} active customer is not in this file. Nothing has been changed yet.</numerusform>
            <numerusform>{count} active customers are not in this file. Nothing has been changed yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RuleHints</name>
    <message numerus="yes">
        <source>%n characters (at least {least})</source>
        <translation>
            <numerusform>%n character (at least {least})</numerusform>
            <numerusform>%n characters (at least {least})</numerusform>
        </translation>
    </message>
</context>
</TS>
