/**
 * Remote services, one package each, behind interfaces of the core. The core decides when they are called and
 * acts on their answers.
 */
package io.masthead.adapter;
