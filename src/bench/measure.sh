# Measures the cases and prints the table; sourced by run.

# The value of a name in the first object of a JSON text that has it.
json_text() {
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -1
}

# Finds what the paths of the cases contain.
find_places() {
    local deep=$((posts * 9 / 10)) row=0 answer
    ((deep > 50000)) && deep=50000
    place_id=$((posts / 2))
    place_number=$(printf 'no%07d' "$place_id")
    place_slug=post-$place_number
    place_cursor=''
    while ((row < deep)); do
        answer=$(curl -sf -m 20 "http://127.0.0.1:$server_port/api/v1/posts?limit=100&fields=id${place_cursor:+&cursor=$place_cursor}") \
            || fail "The list cannot be read by cursor."
        place_cursor=$(json_text next <<<"$answer")
        row=$((row + 100))
    done
}

# The path of a case.
path_of() {
    local path=$1
    path=${path//@ID/$place_id}
    path=${path//@SLUG/$place_slug}
    path=${path//@NUMBER/$place_number}
    echo "${path//@CURSOR/$place_cursor}"
}

# Keeps the response of each case for the bare server.
record() {
    local name path condition answer
    mkdir -p "$work/recorded"
    for name in "${names[@]}"; do
        read -r path condition < <(sed -n "s/^$name  *//p" "$here/cases.txt")
        paths[$name]=$(path_of "$path")
        conditions[$name]=''
        answer=$(curl -s -m 30 -D "$work/recorded/$name.head" -o "$work/recorded/$name.body" -w '%{http_code}' \
            "http://127.0.0.1:$server_port${paths[$name]}")
        [[ $answer == 200 ]] || fail "$name: ${paths[$name]} answers $answer."
        if [[ $condition == if-none-match ]]; then
            conditions[$name]="If-None-Match: $(sed -n 's/^etag: *\(.*\)\r$/\1/Ip' "$work/recorded/$name.head")"
            answer=$(curl -s -m 30 -D "$work/recorded/$name.head" -o "$work/recorded/$name.body" -w '%{http_code}' \
                -H "${conditions[$name]}" "http://127.0.0.1:$server_port${paths[$name]}")
            [[ $answer == 304 ]] || fail "$name: ${paths[$name]} answers $answer, not 304."
        fi
    done
}

# Runs wrk; prints the line of wrk.lua.
load() {
    local url=$1 header=$2 duration=$3
    timeout $((duration + 30)) wrk -t1 -c"$connections" -d"${duration}s" --timeout 15s --latency \
        ${header:+-H "$header"} -s "$here/wrk.lua" "$url" | sed -n 's/^measured //p'
}

# Measures one case on one server, and sets requests, req_s, p50, p99, bytes, failed, cpu and took.
measure() {
    local url=$1 header=$2 duration=$3 pid=$4 ticks no_answer
    ticks=$(cpu_ticks "$pid")
    read -r requests took p50 p99 bytes failed no_answer < <(load "$url" "$header" "$duration") \
        || fail "wrk has measured nothing at $url."
    ticks=$(($(cpu_ticks "$pid") - ticks))
    failed=$((failed + no_answer))
    req_s=$(awk "BEGIN { printf \"%.1f\", $requests * 1e6 / $took }")
    # All of it, if no response came in time.
    ((requests > 0)) || requests=1
    cpu=$(awk "BEGIN { printf \"%.4f\", $ticks * 1000 / $(getconf CLK_TCK) / $requests }")
}

# Measures the floor of a case, once, in the same run as the case.
measure_floor() {
    local name=$1
    [[ -n ${floors[$name]:-} ]] && return
    floors[$name]='- -'
    ((floor_seconds > 0)) || return 0
    load "http://127.0.0.1:$floor_port/$name" "${conditions[$name]}" 1 >/dev/null
    measure "http://127.0.0.1:$floor_port/$name" "${conditions[$name]}" "$floor_seconds" "$floor_pid"
    floors[$name]="$req_s $cpu"
}

# The ticks of all threads of the JIT compiler that run now.
compiler_ticks() {
    local thread ticks=0
    for thread in /proc/"$1"/task/*; do
        [[ $(cat "$thread/comm" 2>/dev/null) == C[12]\ Compiler* ]] || continue
        ticks=$((ticks + $(sed 's/.*) //' "$thread/stat" 2>/dev/null | awk '{ print $12 + $13 + 0 }')))
    done
    echo "$ticks"
}

# Warms one case up, until the compiler takes less than 5 % of the server's CPU in two steps: it shares the cores
# with all else, and takes a minute or two for a case with much code.
settle() {
    local url=$1 header=$2 calm=0 step compiled used
    ((warm_up > 0)) || return 0
    for ((step = 0; step < 40 && calm < 2; step++)); do
        compiled=$(compiler_ticks "$server_pid")
        used=$(cpu_ticks "$server_pid")
        load "$url" "$header" "$warm_up" >/dev/null
        used=$(($(cpu_ticks "$server_pid") - used))
        # Less than before if one of its threads has ended.
        compiled=$(($(compiler_ticks "$server_pid") - compiled))
        if ((compiled * 20 < used)); then calm=$((calm + 1)); else calm=0; fi
    done
}

measure_case() {
    local name=$1 which=$2 url sql='-' postgres='-' before
    url="http://127.0.0.1:$server_port${paths[$name]}"
    settle "$url" "${conditions[$name]}"
    # wrk leaves its last requests behind.
    sleep 0.5
    before=$(statements)
    postgres=$(postgres_ticks)
    measure "$url" "${conditions[$name]}" "$seconds" "$server_pid"
    postgres=$(awk "BEGIN { printf \"%.3f\", ($(postgres_ticks) - $postgres) * 1000 / $(getconf CLK_TCK) / $requests }")
    [[ -n $postgres_pid ]] || postgres='-'
    if [[ -n $statement_source ]]; then
        # Without those that the server makes of itself, whether it is asked or not.
        sql=$(awk "BEGIN { s = ($(statements) - $before - $idle * $took / 1e6) / $requests; printf \"%.2f\", s < 0.005 ? 0 : s }")
    fi
    local line="$req_s $(awk "BEGIN { print $p50 / 1000, $p99 / 1000 }") $cpu $postgres $sql $((bytes / requests)) $failed"
    measure_floor "$name"
    echo "$name $which $line ${floors[$name]} $(cut -d' ' -f1 /proc/loadavg)" | tr ' ' '\t' >>"$results"
    tail -1 "$results" | awk -F'\t' '{ printf "%-19s %-4s %9.1f req/s  p99 %8.2f ms  CPU %7.3f ms  SQL %5s\n", $1, $2, $3, $5, $6, $8 }'
}

# Statements a second of a server that nobody asks anything.
measure_idle() {
    local before
    statement_source=$(statement_source)
    idle=0
    [[ -n $statement_source ]] || return 0
    before=$(statements)
    sleep 5
    idle=$(awk "BEGIN { print ($(statements) - $before) / 5 }")
}

measure_all() {
    local name which modes=("$mode")
    declare -gA paths=() conditions=() floors=()
    [[ $mode == both ]] && modes=(hit miss)
    names=("${cases[@]}")
    ((${#names[@]} > 0)) || mapfile -t names < <(sed -n 's/^\([a-z][^ ]*\) .*/\1/p' "$here/cases.txt")
    {
        echo "# $(date -u '+%Y-%m-%d %H:%M UTC'), $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)"
        echo "# $posts posts, database: $database $([[ $database == h2 ]] || query 'show server_version')"
        echo "# $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), JDK $(java -version 2>&1 | sed -n 's/.*version "\(.*\)".*/\1/p')"
        echo "# $connections connections, $seconds s after $warm_up s; load before: $(cut -d' ' -f1-3 /proc/loadavg)"
        echo "# case mode req_s p50_ms p99_ms cpu_ms postgres_cpu_ms sql bytes failed floor_req_s floor_cpu_ms load" | tr ' ' '\t'
    } >"$results"
    sed -n '1,4p' "$results"
    for which in "${modes[@]}"; do
        start_server "$which"
        echo "# $which: first 200 after $started ms" | tee -a "$results"
        find_places
        record
        [[ -n $floor_pid || $floor_seconds == 0 ]] || start_floor
        # Once through all cases, so that the first is not the one for which all is compiled.
        for name in "${names[@]}"; do
            ((warm_up == 0)) || load "http://127.0.0.1:$server_port${paths[$name]}" "${conditions[$name]}" "$warm_up" >/dev/null
        done
        measure_idle
        for name in "${names[@]}"; do
            measure_case "$name" "$which"
        done
        stop_server
    done
}

print_table() {
    echo
    awk -F'\t' '
        BEGIN {
            printf "%-19s %-4s %9s %8s %9s %8s %8s %6s %8s %7s %8s %8s %5s\n", "case", "", "req/s", "p50 ms", "p99 ms",
                "CPU ms", "PG ms", "SQL", "bytes", "failed", "of floor", "CPU x", "load"
        }
        !/^#/ {
            of = $11 == "-" ? "-" : sprintf("%.1f%%", 100 * $3 / $11)
            times = $12 + 0 == 0 ? "-" : sprintf("%.1f", $6 / $12)
            printf "%-19s %-4s %9.1f %8.2f %9.2f %8.3f %8s %6s %8d %7d %8s %8s %5s\n", $1, $2, $3, $4, $5, $6, $7, $8, $9,
                $10, of, times, $13
        }' "$1"
    echo
    echo "of floor: req/s against those of a bare Vert.x server that writes the same bytes; CPU x: CPU ms against its."
    echo "CPU ms: of the server's process for each request; PG ms: of PostgreSQL's.${statement_source:+ SQL: $statement_source.}"
    echo "$1"
}
