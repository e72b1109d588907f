package io.masthead.cli;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Starts the application for a single task, without serving requests. */
final class OfflineTask {

    private OfflineTask() {}

    /**
     * @param task returns the exit code
     * @param inUse the message if a server has the database file open
     * @return the exit code
     */
    static int run(Callable<Integer> task, String inUse, PrintWriter err) {
        var refusal = StartChecks.refusal();
        if (refusal.isPresent()) {
            err.println(refusal.get().startsWith("Another process has ") ? inUse : refusal.get());
            return 1;
        }
        // Read by Quarkus at its start; nothing else in this process uses it.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("masthead.sample", "false");
        Run.task = () -> attempt(task, err);
        var code = new int[1];
        Quarkus.run(Run.class, (exit, problem) -> code[0] = problem == null ? exit : 1);
        return code[0];
    }

    /** Whoever can access the database has the rights of an administrator. */
    static Actor operator() {
        return new Actor(User.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.capabilities());
    }

    static int attempt(Callable<Integer> task, PrintWriter err) throws Exception {
        try {
            return task.call();
        } catch (CmsException e) {
            if (e.errors().size() != 1) {
                err.println(e.getMessage());
            }
            e.errors().forEach(error -> err.println(error.detail()));
            err.flush();
            return 1;
        }
    }

    /** Runs when the application has started; Quarkus creates it, so the task is passed in a field. */
    public static final class Run implements QuarkusApplication {

        private static volatile Callable<Integer> task;

        @Override
        public int run(String... args) throws Exception {
            return task.call();
        }
    }
}
