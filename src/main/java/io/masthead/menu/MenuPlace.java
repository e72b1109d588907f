package io.masthead.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A place of the front end, and the menu that it shows. */
@Entity
@Table(name = "menu_place")
class MenuPlace {

    @Id
    private String place;

    @Column(name = "menu_id")
    private long menuId;

    protected MenuPlace() {} // for Hibernate

    MenuPlace(String place, long menuId) {
        this.place = place;
        this.menuId = menuId;
    }

    String place() {
        return place;
    }

    long menuId() {
        return menuId;
    }

    void moveTo(long otherMenuId) {
        this.menuId = otherMenuId;
    }
}
