"""The two databases: connections, statements, migrations, what comes in and what must leave, drafts, the audit."""
