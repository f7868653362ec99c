-- Who may do what. Everything is taken away first, also what a built-in default gave to PUBLIC.

REVOKE ALL ON ALL TABLES IN SCHEMA watchword FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA watchword FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
REVOKE ALL ON SCHEMA watchword FROM PUBLIC;
REVOKE ALL ON SCHEMA watchword_trigram FROM PUBLIC;

GRANT USAGE ON SCHEMA watchword TO watchword_agent, watchword_portal, watchword_invited;

GRANT SELECT ON
    watchword.customers, watchword.policy, watchword.schema_step
TO watchword_agent;
GRANT EXECUTE ON FUNCTION
    watchword.whoami, watchword.challenge, watchword.submit, watchword.result,
    watchword.was_charged, watchword.refresh, watchword.keys_in_use, watchword.customer_hits,
    watchword.receipt_place, watchword.customer_card, watchword.raise_caution, watchword.record,
    watchword.own_checks, watchword.seal, watchword.journal_head, watchword.journal_holds,
    watchword.prune_journal, watchword.end_other_sessions, watchword.delays
TO watchword_agent;

GRANT SELECT ON watchword.journal_entries, watchword.journal_marks TO watchword_lead;
GRANT EXECUTE ON FUNCTION
    watchword.set_password, watchword.remove_password, watchword.unlock_password,
    watchword.resume, watchword.add_customer, watchword.change_customer, watchword.clear_caution
TO watchword_lead;

GRANT EXECUTE ON FUNCTION
    watchword.save_policy, watchword.people, watchword.add_person, watchword.invite_person,
    watchword.change_role, watchword.close_login, watchword.reset_person, watchword.remove_person,
    watchword.end_sessions
TO watchword_admin;

GRANT EXECUTE ON FUNCTION watchword.whoami, watchword.portal_customer, watchword.portal_set_password
TO watchword_portal;

GRANT EXECUTE ON FUNCTION watchword.whoami, watchword.accept_invitation TO watchword_invited;
