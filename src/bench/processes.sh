# Starts and ends the server and the bare server, by their ids; sourced by run.

# The first free port from this one on.
free_port() {
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
    echo "$port"
}

# Ends one process, and waits for its end for 20 seconds.
end_process() {
    local pid=$1 i
    [[ -n $pid ]] || return 0
    kill "$pid" 2>/dev/null || return 0
    for ((i = 0; i < 200; i++)); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
}

milliseconds() {
    echo $(($(date +%s%N) / 1000000))
}

# Waits until a URL answers with this status; fails if the process has ended, or after the seconds.
await() {
    local status=$1 url=$2 pid=$3 limit=$4 i
    for ((i = 0; i < limit * 20; i++)); do
        [[ $(curl -s -o /dev/null -m 5 -w '%{http_code}' "$url") == "$status" ]] && return
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}

# Starts the server with the cache of rendered answers (hit) or without (miss).
start_server() {
    local cache=() from
    [[ $1 == miss ]] && cache=(MASTHEAD_CACHE_SIZE=0)
    server_port=$(free_port 18080)
    from=$(milliseconds)
    (
        cd "$work"
        exec env "${cache[@]}" MASTHEAD_HTTP_PORT="$server_port" MASTHEAD_MANAGEMENT_PORT="$(free_port 19000)" \
            QUARKUS_HTTP_HOST=127.0.0.1 java $java_options -jar "$app/quarkus-run.jar"
    ) >"$work/server.log" 2>&1 &
    server_pid=$!
    await 200 "http://127.0.0.1:$server_port/api/v1/posts?limit=1" "$server_pid" 300 || {
        tail -30 "$work/server.log" >&2
        fail "The server has not started."
    }
    started=$(($(milliseconds) - from))
}

stop_server() {
    end_process "$server_pid"
    server_pid=''
}

# Starts the bare server with the recorded responses.
start_floor() {
    floor_port=$(free_port 18180)
    (exec java -cp "$app/lib/main/*" "$here/floor/Floor.java" "$floor_port" "$work/recorded") >"$work/floor.log" 2>&1 &
    floor_pid=$!
    await 404 "http://127.0.0.1:$floor_port/" "$floor_pid" 60 || {
        tail -30 "$work/floor.log" >&2
        fail "The bare server has not started."
    }
}

# Hundredths of a second of CPU that a process has used: user and system of /proc/PID/stat.
cpu_ticks() {
    local fields
    read -r -a fields < <(sed 's/.*) //' "/proc/$1/stat")
    echo $((fields[11] + fields[12]))
}

# The same of PostgreSQL's processes, the ended ones included; 0 if it was not started here.
postgres_ticks() {
    [[ -n $postgres_pid ]] || { echo 0; return; }
    # Others end while they are read.
    { cat /proc/[0-9]*/stat 2>/dev/null || true; } | sed 's/^\([0-9]*\) (.*) /\1 /' \
        | awk -v parent="$postgres_pid" '$3 == parent { sum += $13 + $14 } $1 == parent { sum += $13 + $14 + $15 + $16 } END { print sum + 0 }'
}
