# Starts or finds the database, and makes the data; sourced by run.

# On PostgreSQL so many posts are imported, and copied until there are enough.
SEEDS=1000

postgres_command() {
    local name=$1 found
    found=$(command -v "$name" || ls -d /usr/lib/postgresql/*/bin/"$name" 2>/dev/null | sort -V | tail -1)
    [[ -n $found ]] || fail "$name is needed: install PostgreSQL."
    readlink -f "$found"
}

# PostgreSQL refuses root.
as_postgres() {
    if ((EUID == 0)); then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

open_database() {
    case $database in
        own) start_postgres ;;
        given)
            [[ ${MASTHEAD_DB_URL:-} =~ ^jdbc:postgresql://([^/:]+)(:([0-9]+))?/([^?]+) ]] \
                || fail "MASTHEAD_DB_URL is not jdbc:postgresql://HOST:PORT/NAME."
            export PGHOST=${BASH_REMATCH[1]} PGPORT=${BASH_REMATCH[3]:-5432} PGDATABASE=${BASH_REMATCH[4]}
            export PGUSER=${MASTHEAD_DB_USERNAME:-masthead} PGPASSWORD=${MASTHEAD_DB_PASSWORD:-}
            ;;
        h2)
            local folder=${keep:-$work}
            mkdir -p "$folder"
            MASTHEAD_DB_URL="jdbc:h2:file:$(cd "$folder" && pwd)/bench"
            h2_file="$folder/bench.mv.db"
            export MASTHEAD_DB_URL
            unset MASTHEAD_DB_USERNAME MASTHEAD_DB_PASSWORD
            ;;
    esac
    # Each start must have the same key.
    export MASTHEAD_SECRETS_KEY=${MASTHEAD_SECRETS_KEY:-the key of a site made up for benchmarks}
}

start_postgres() {
    local folder=${keep:-$work/postgresql} port secret=benchmark preload=pg_stat_statements
    pg_ctl=$(postgres_command pg_ctl)
    postgres_folder=$folder
    if [[ ! -f $folder/PG_VERSION ]]; then
        mkdir -p "$folder"
        ((EUID == 0)) && chown postgres "$folder"
        secret=$(head -c 18 /dev/urandom | od -An -tx1 | tr -d ' \n')
        (umask 077 && echo "$secret" >"$work/secret")
        ((EUID == 0)) && chown postgres "$work/secret"
        as_postgres "$(postgres_command initdb)" -D "$folder" -U masthead -A scram-sha-256 --pwfile="$work/secret" \
            -E UTF8 --locale=C >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log" >&2; fail "initdb failed."; }
        cp "$work/secret" "$folder/bench.secret"
    fi
    [[ -f $(dirname "$pg_ctl")/../share/extension/pg_stat_statements.control \
        || -n $(ls /usr/share/postgresql/*/extension/pg_stat_statements.control 2>/dev/null) ]] || preload=''
    port=$(free_port 15432)
    # Nothing of it must outlive a power cut; commits are as they are elsewhere.
    as_postgres "$pg_ctl" -D "$folder" -l "$folder/bench.log" -w -t 60 -o "-c listen_addresses=127.0.0.1 -c port=$port \
        -c unix_socket_directories= -c shared_preload_libraries=$preload -c fsync=off -c full_page_writes=off \
        -c shared_buffers=1GB -c max_wal_size=4GB -c wal_level=minimal -c max_wal_senders=0 -c jit=off" \
        start >"$work/pg_ctl.log" 2>&1 || { cat "$work/pg_ctl.log" >&2; fail "PostgreSQL has not started."; }
    postgres_pid=$(head -1 "$folder/postmaster.pid")
    export PGHOST=127.0.0.1 PGPORT=$port PGDATABASE=postgres PGUSER=masthead PGPASSWORD
    PGPASSWORD=$(cat "$folder/bench.secret")
    export MASTHEAD_DB_URL="jdbc:postgresql://127.0.0.1:$port/postgres"
    export MASTHEAD_DB_USERNAME=masthead MASTHEAD_DB_PASSWORD=$PGPASSWORD
}

stop_postgres() {
    [[ -n $postgres_pid ]] || return 0
    as_postgres "$pg_ctl" -D "$postgres_folder" -m fast -w -t 60 stop >/dev/null 2>&1 || true
    postgres_pid=''
}

query() {
    psql -XqAt -v ON_ERROR_STOP=1 -c "$1"
}

posts_present() {
    if [[ $database == h2 ]]; then
        [[ -f $h2_file ]] && cat "$h2_file.posts" 2>/dev/null || echo 0
    elif [[ -z $(query "select to_regclass('post')") ]]; then
        echo 0
    else
        query "select count(*) from post where slug like 'post-no%'"
    fi
}

make_data() {
    local present seeds=$SEEDS from
    [[ $database == h2 ]] && seeds=$posts
    present=$(posts_present)
    if ((present == 0)); then
        from=$(milliseconds)
        echo "Making $posts posts ..."
        java "$here/data/Export.java" "$work/export.xml" "$seeds" "$posts"
        (cd "$work" && timeout 3600 java -jar "$app/quarkus-run.jar" import "$work/export.xml") >"$work/import.log" 2>&1 \
            || { tail -30 "$work/import.log" >&2; fail "The import failed."; }
        if [[ $database == h2 ]]; then
            echo "$posts" >"$h2_file.posts"
        elif ((posts > seeds)); then
            timeout 7200 psql -Xq -v seeds="$seeds" -v copies=$((posts / seeds - 1)) -f "$here/data/multiply.sql"
        fi
        echo "Made them in $((($(milliseconds) - from) / 1000)) s."
        present=$(posts_present)
    fi
    ((present == posts)) || fail "The database has $present posts of benchmarks, not $posts: name an empty one."
}

# How statements are counted: prints nothing if they are not.
statement_source() {
    if [[ $database == h2 ]]; then
        return
    fi
    query 'create extension if not exists pg_stat_statements' 2>/dev/null || true
    if query 'select count(*) from pg_stat_statements' >/dev/null 2>&1; then
        echo statements
    else
        echo transactions
    fi
}

# Statements so far, without begin and commit; or transactions.
statements() {
    case $statement_source in
        statements)
            query "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database() and query ~* '^\s*(select|insert|update|delete|with)'
                and query !~ 'pg_stat_statements'"
            ;;
        transactions)
            # The statistics of a session are known a second later.
            sleep 1.1
            query 'select xact_commit + xact_rollback from pg_stat_database where datname = current_database()'
            ;;
        *) echo 0 ;;
    esac
}
