"""What a database says of its own schema."""

import asyncpg

_COLUMNS = """
SELECT format('%I.%I.%I %s%s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid),
    CASE WHEN a.attidentity = '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND {ours}
"""
_CONSTRAINTS = """
SELECT format('%I.%s %s %s', n.nspname, conrelid::regclass, conname, pg_get_constraintdef(o.oid))
FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace WHERE {ours}
"""
_INDEXES = """
SELECT pg_get_indexdef(i.indexrelid) || coalesce(' ' || c.reloptions::text, '')
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {ours}
"""
_FUNCTIONS = """
SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {ours}
"""
_TRIGGERS = """
SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND {ours}
"""
_WORDS = """
SELECT 'configuration ' || cfgname FROM pg_ts_config JOIN pg_namespace n ON n.oid = cfgnamespace WHERE {ours}
UNION ALL
SELECT 'dictionary ' || dictname || ' ' || coalesce(dictinitoption, '')
FROM pg_ts_dict JOIN pg_namespace n ON n.oid = dictnamespace WHERE {ours}
UNION ALL
SELECT format('mapping %s %s %s %s', cfgname, maptokentype, mapseqno, mapdict::regdictionary)
FROM pg_ts_config_map m JOIN pg_ts_config c ON c.oid = m.mapcfg JOIN pg_namespace n ON n.oid = cfgnamespace WHERE {ours}
"""
_SCHEMAS = "SELECT 'schema ' || n.nspname FROM pg_namespace n WHERE {ours}"
_OURS = "n.nspname NOT IN ('information_schema', 'public') AND n.nspname NOT LIKE 'pg\\_%'"

_QUESTIONS = (_SCHEMAS, _COLUMNS, _CONSTRAINTS, _INDEXES, _FUNCTIONS, _TRIGGERS, _WORDS)


async def described(url: str) -> list[str]:
    """Return every schema, column, constraint, index, function, trigger and word list that is ours, sorted."""
    connection = await asyncpg.connect(url)
    try:
        answers = [await connection.fetch(question.format(ours=_OURS)) for question in _QUESTIONS]
    finally:
        await connection.close()
    return sorted(str(row[0]) for rows in answers for row in rows)
